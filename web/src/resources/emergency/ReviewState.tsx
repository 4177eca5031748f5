import type { AccessReviewRow } from '@encircle/shared/emergency-access';
import { ACCESS_REVIEW_OUTCOMES, BREACH_OUTCOMES, labelOf } from '@encircle/shared/codes';
import { useWords } from '@web/i18n/useWords';
import { Tag } from '@web/ui/Tag';

export const outcomeWords = (outcome: string): string =>
  labelOf(outcome.startsWith('BREACH') ? BREACH_OUTCOMES : ACCESS_REVIEW_OUTCOMES, outcome).split(':')[0] ??
  '';

/** Where a review stands, in words with a mark: decided, late, not begun in time, with whom. */
export function ReviewState({ row }: { row: AccessReviewRow }) {
  const w = useWords();
  if (row.outcome)
    return (
      <Tag
        tone={row.outcome === 'NOT_JUSTIFIED' ? 'red' : 'good'}
        mark={row.outcome === 'NOT_JUSTIFIED' ? 'barred' : 'tick'}
      >
        {outcomeWords(row.outcome)}
      </Tag>
    );
  return (
    <span style={{ display: 'flex', flexWrap: 'wrap', gap: 6 }}>
      {row.late > 0 && (
        <Tag tone="red" mark="octagon">
          {w('emergency.reviews.late', { smart_count: row.late })}
        </Tag>
      )}
      {row.escalated && (
        <Tag tone="amber" mark="clock">
          {w('emergency.reviews.escalated')}
        </Tag>
      )}
      {row.repeated && (
        <Tag tone="plum" mark="alert-diamond">
          {w('emergency.reviews.repeated', { n: row.uses })}
        </Tag>
      )}
      <Tag tone="outline">
        {row.reviewer ? w('emergency.reviews.begun', { name: row.reviewer }) : w('emergency.reviews.waiting')}
      </Tag>
    </span>
  );
}

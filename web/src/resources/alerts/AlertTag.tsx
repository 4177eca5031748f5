import type { AlertRow } from '@encircle/shared/alerts';
import { useWords } from '@web/i18n/useWords';
import { Tag } from '@web/ui/Tag';

const OUTCOMES = {
  EXPLAINED: { tone: 'good', mark: 'tick' },
  CONCERN: { tone: 'amber', mark: 'diamond' },
  BREACH: { tone: 'red', mark: 'octagon' },
} as const;

/** How far an alert has come. */
export function AlertTag({ row: { outcome, assignedTo } }: { row: AlertRow }) {
  const w = useWords();
  if (outcome) {
    const look = OUTCOMES[outcome as keyof typeof OUTCOMES];
    return (
      <Tag tone={look.tone} mark={look.mark}>
        {w(`alerts.outcome.${outcome as keyof typeof OUTCOMES}`)}
      </Tag>
    );
  }
  return assignedTo ? (
    <Tag tone="teal" mark="half">
      {w('alerts.with', { name: assignedTo })}
    </Tag>
  ) : (
    <Tag tone="outline" mark="dashed">
      {w('alerts.waiting')}
    </Tag>
  );
}

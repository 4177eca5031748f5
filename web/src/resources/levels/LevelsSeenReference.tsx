import { formatLong, londonDate } from '@encircle/shared/dates';
import type { LevelChosenView, LevelJudgementsView, LevelJudgementView } from '@encircle/shared/levels';
import { useWords } from '@web/i18n/useWords';
import { MorePages, useMorePages } from '@web/layout/MorePages';
import { Card } from '@web/ui/Card';
import { Disclosure } from '@web/ui/Disclosure';
import { Stack } from '@web/ui/layout';

/** A level with what was ticked, in the words of the version by which it was chosen. */
export function LevelSeen({ seen, foot }: { seen: LevelChosenView; foot?: string }) {
  const w = useWords();
  const { level, name, suggested, reason, ticked } = seen;
  return (
    <div>
      <p>
        <strong>{w('levels.seen.what', { level, name })}</strong>
      </p>
      {suggested !== null && (
        <p>
          {suggested === level
            ? w('levels.seen.pointedSame')
            : w('levels.seen.pointed', { level: suggested })}
        </p>
      )}
      {reason && <p>{w('levels.seen.reason', { reason })}</p>}
      {ticked.length > 0 && (
        <Disclosure summary={w('levels.seen.ticked', { count: ticked.length })}>
          <ul style={{ paddingLeft: 20 }}>
            {ticked.map((each) => (
              <li key={`${each.area} ${each.text}`}>
                {w('levels.line', {
                  text: each.text,
                  area: w(`levels.areas.${each.area}`),
                  level: each.level,
                })}
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
      {foot && <p style={{ fontSize: '0.875rem', color: 'var(--ink-soft)' }}>{foot}</p>}
    </div>
  );
}

/** The levels chosen in a case with help, newest first; nothing where there are none to show this reader. */
export function LevelsSeenReference({ caseId }: { caseId: string }) {
  const w = useWords();
  const pages = useMorePages<LevelJudgementsView>(`/episodes/${caseId}/levels`, { limit: 10 });
  if (pages.error || !pages.data || pages.data.pages[0]?.items.length === 0) return null;
  return (
    <Card title={w('levels.seen.title')} note={w('levels.seen.note')}>
      <MorePages<LevelJudgementView> pages={pages} more={w('levels.seen.more')}>
        {(items) => (
          <Stack style={{ gap: 16 }}>
            {items.map((item) => (
              <LevelSeen
                key={item.id}
                seen={item}
                foot={w('levels.seen.by', {
                  place: w(`levels.seen.places.${item.place}`),
                  name: item.by,
                  date: formatLong(londonDate(item.at)),
                  version: item.documentVersion,
                })}
              />
            ))}
          </Stack>
        )}
      </MorePages>
    </Card>
  );
}

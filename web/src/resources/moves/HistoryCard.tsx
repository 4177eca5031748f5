import { codeRow, DEFAULT_TERMS, EPISODE_STATES, fillTerms, type EpisodeState } from '@encircle/shared/codes';
import type { MoveRow } from '@encircle/shared/episodes';
import { useWords } from '@web/i18n/useWords';
import { Card } from '@web/ui/Card';
import { dayWords } from '@web/ui/day-words';
import { Timeline, TimelineItem } from '@web/ui/Timeline';

/** Every move there was, earliest first; none is ever taken away. */
export function HistoryCard({ items }: { items: readonly MoveRow[] }) {
  const w = useWords();
  const words = (state: string) => codeRow(EPISODE_STATES, state as EpisodeState).label;
  return (
    <Card title={w('moves.history')} count={items.length}>
      <Timeline label={w('moves.history')}>
        {items.map((item) => (
          <TimelineItem
            key={item.id}
            date={item.happenedOn}
            dateWords={dayWords(item.happenedOn, true)}
            what={fillTerms(item.trigger, DEFAULT_TERMS)}
            rest={
              item.from === null
                ? w('moves.historyStart', { name: item.by })
                : w('moves.historyBy', { from: words(item.from), to: words(item.to), name: item.by })
            }
            {...(item.reason ? { second: item.reason } : {})}
          />
        ))}
      </Timeline>
    </Card>
  );
}

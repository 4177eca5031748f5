import type { LeadHistoryLine } from '@encircle/shared/episodes';
import { formatDate, londonDate } from '@encircle/shared/dates';
import { useWords } from '@web/i18n/useWords';
import { Card, CardLines } from '@web/ui/Card';
import { Tag } from '@web/ui/Tag';
import { withGaps } from './lead-history.model';

/** Who led and when, who was asked and could not, and the days nobody did. */
export function LeadHistory({ lines, vacant }: { lines: readonly LeadHistoryLine[]; vacant: boolean }) {
  const w = useWords();
  if (lines.length === 0) return null;
  const day = (instant: string) => formatDate(londonDate(instant));
  const from = (line: LeadHistoryLine) => w('lead.history.from', { date: day(line.from) });
  return (
    <Card title={w('lead.history.title')} flush>
      <CardLines>
        {withGaps(lines, vacant).map((line) =>
          line.kind === 'NOBODY' ? (
            <li key={`nobody ${line.from}`}>
              <strong>{w('lead.history.nobody')}</strong>{' '}
              {line.until === null
                ? w('lead.history.from', { date: day(line.from) })
                : w('lead.history.between', { from: day(line.from), until: day(line.until) })}
            </li>
          ) : (
            <li key={`${line.kind} ${line.name} ${line.from}`}>
              <strong>{line.name}</strong>, {line.agency}{' '}
              {line.kind !== 'LED' && <Tag tone="neutral">{w(`lead.history.kind.${line.kind}`)}</Tag>}
              {line.interim && <Tag tone="neutral">{w('lead.history.interim')}</Tag>}
              <div style={{ color: 'var(--ink-soft)', fontSize: '0.875rem' }}>
                {line.kind === 'LED'
                  ? line.until === null
                    ? from(line)
                    : w('lead.history.between', { from: day(line.from), until: day(line.until) })
                  : w('lead.history.asked', { date: day(line.from) })}
                {line.how && ` · ${w(`lead.history.how.${line.how}`)}`}
                {line.reason && ` · ${line.reason}`}
              </div>
            </li>
          ),
        )}
      </CardLines>
    </Card>
  );
}

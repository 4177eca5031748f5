import { DEFAULT_TERMS, fillTerms } from '@encircle/shared/codes';
import { formatDate, formatLong, isCivilDate, londonDate } from '@encircle/shared/dates';
import type { MoveRecordView } from '@encircle/shared/episodes';
import { useWords, type WordKey } from '@web/i18n/useWords';
import { en } from '@web/i18n/en';
import { Card, CardLines } from '@web/ui/Card';

/** What was written down with the moves, latest first: the question to the panel, its decision, the handover. */
export function RecordsCard({ records }: { records: readonly MoveRecordView[] }) {
  const w = useWords();
  return (
    <Card title={w('moves.written')} count={records.length} flush>
      <CardLines>
        {records.map((record) => (
          <li key={record.id}>
            <strong>{fillTerms(record.trigger, DEFAULT_TERMS)}</strong>
            <div style={{ color: 'var(--ink-soft)', fontSize: '0.875rem' }}>
              {w('moves.writtenBy', { name: record.by, date: formatDate(londonDate(record.at)) })}
            </div>
            <dl style={{ display: 'grid', gap: 4, margin: '8px 0 0' }}>
              {record.lines.map(({ field, words }) => (
                <div key={field}>
                  <dt style={{ display: 'inline', fontWeight: 700 }}>{w(labelOf(field))}: </dt>
                  <dd style={{ display: 'inline', margin: 0, whiteSpace: 'pre-line' }}>
                    {isCivilDate(words) ? formatLong(words) : words}
                  </dd>
                </div>
              ))}
            </dl>
          </li>
        ))}
      </CardLines>
    </Card>
  );
}

const labelOf = (field: string): WordKey =>
  (field in en.moves.field ? `moves.field.${field}` : 'moves.field.other') as WordKey;

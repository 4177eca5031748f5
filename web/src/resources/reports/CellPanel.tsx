import { styled } from '@mui/material/styles';
import { X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { formatMonth } from '@encircle/shared/dates';
import type { AttendanceCell, ReasonCount } from '@encircle/shared/reports';
import { useWords } from '@web/i18n/useWords';
import { CardLines } from '@web/ui/Card';
import { Button } from '@web/ui/Button';
import { Mark } from '@web/ui/Mark';
import { countIn, LINES, numeratorOf, type View } from './attendance.model';

const Shell = styled('section')({
  background: 'var(--surface)',
  border: '1px solid var(--line)',
  borderRadius: 8,
  boxShadow: 'var(--edge)',
  '& header': { display: 'flex', gap: 12, justifyContent: 'space-between', padding: '20px 24px 16px' },
  '& h2': { fontSize: '1.25rem', lineHeight: '1.75rem', fontWeight: 700 },
  '& h2:focus': { outline: 'none' },
  '& header p': { color: 'var(--ink-soft)' },
  '& li': { display: 'grid', gridTemplateColumns: '20px minmax(0, 1fr)', gap: 12 },
  '& li svg': { marginTop: 4 },
  '& .foot': { padding: '16px 24px 20px', borderTop: '1px solid var(--line)', display: 'grid', gap: 12 },
  '& .foot p': { fontSize: '0.875rem', lineHeight: '1.25rem', color: 'var(--ink-soft)' },
  '& small': { display: 'block', fontSize: '0.875rem', lineHeight: '1.25rem', color: 'var(--ink-soft)' },
});
const Close = styled('button')({
  display: 'grid',
  placeItems: 'center',
  width: 44,
  height: 44,
  margin: '-8px -10px 0 0',
  border: 0,
  borderRadius: 8,
  background: 'none',
  color: 'var(--ink)',
  cursor: 'pointer',
  flex: 'none',
});

interface CellPanelProps {
  cell: AttendanceCell;
  view: View;
  listed: boolean;
  onList: () => void;
  onClose: () => void;
}

/** What is behind one cell: counts and given reasons. */
export function CellPanel({ cell, view, listed, onList, onClose }: CellPanelProps) {
  const w = useWords();
  const heading = useRef<HTMLHeadingElement>(null);
  const name = `${cell.key} ${cell.month}`;
  useEffect(() => heading.current?.focus(), [name]);
  const lines = LINES.map((line) => ({ ...line, count: countIn(cell.counts, line.codes) }));
  const invitations = lines.reduce((sum, { count }) => sum + count, 0) + (cell.total.notRecorded ?? 0);
  return (
    <Shell aria-labelledby="cell-panel">
      <header>
        <div>
          <h2 id="cell-panel" ref={heading} tabIndex={-1}>
            {w('reports.cell.title', { row: cell.label, month: formatMonth(cell.month) })}
          </h2>
          <p>
            {w(`reports.cell.${view}`, {
              part: numeratorOf(cell.total, view) ?? 0,
              whole: cell.total.invited ?? 0,
            })}
          </p>
        </div>
        <Close type="button" className="no-print" aria-label={w('reports.cell.close')} onClick={onClose}>
          <X size={20} strokeWidth={1.75} aria-hidden />
        </Close>
      </header>
      <CardLines>
        {lines
          .filter(({ count }) => count > 0)
          .map(({ key, mark, codes, count }) => (
            <li key={key}>
              <Mark name={mark} />
              <span>
                <b>{count}</b> {w(`reports.cell.${key}`)}
                <Reasons
                  reasons={cell.reasons.filter(({ code }) => (codes as readonly string[]).includes(code))}
                />
              </span>
            </li>
          ))}
      </CardLines>
      <div className="foot no-print">
        {cell.reasons.some(({ words }) => words === null) && <p>{w('reports.cell.rare')}</p>}
        <div>
          <Button size="small" aria-expanded={listed} onClick={onList}>
            {listed ? w('reports.cell.hide') : w('reports.cell.see', { smart_count: invitations })}
          </Button>
        </div>
      </div>
    </Shell>
  );
}

function Reasons({ reasons }: { reasons: readonly ReasonCount[] }) {
  const w = useWords();
  const times = (count: number) => w('reports.cell.times', { smart_count: count });
  const words = reasons.map((reason) =>
    reason.words === null
      ? w('reports.cell.otherReasons', { smart_count: reason.count })
      : w('reports.cell.reason', { words: reason.words, times: times(reason.count) }),
  );
  return words.length === 0 ? null : <small>{words.join(', ')}</small>;
}

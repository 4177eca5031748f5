import { styled } from '@mui/material/styles';
import type { AttendanceFigure } from '@encircle/shared/reports';
import { useWords } from '@web/i18n/useWords';
import { HeatCell } from '@web/ui/HeatCell';
import { numeratorOf, type View } from './attendance.model';

const Hidden = styled('span')({
  display: 'grid',
  placeItems: 'center',
  height: 40,
  minWidth: 72,
  border: '1px dashed var(--control)',
  borderRadius: 5,
  color: 'var(--ink-soft)',
});

interface FigureCellProps {
  figure: AttendanceFigure;
  view: View;
  row: string;
  /** Spoken: "November" */
  month: string;
  /** Left out where a cell cannot be opened. */
  onOpen?: (() => void) | undefined;
  open?: boolean;
}

/** A cell of the heat map, or the sign that its number is too small to show. */
export function FigureCell({ figure, view, row, month, onOpen, open }: FigureCellProps) {
  const w = useWords();
  const came = numeratorOf(figure, view);
  if (came === null || figure.invited === null) {
    return (
      <Hidden role="img" aria-label={w('reports.attendance.hiddenCell', { row, column: month })}>
        <span aria-hidden>·</span>
      </Hidden>
    );
  }
  return (
    <HeatCell
      row={row}
      column={month}
      contributed={came}
      invited={figure.invited}
      onOpen={onOpen}
      {...(onOpen ? { open: open ?? false } : {})}
    />
  );
}

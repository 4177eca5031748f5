import { styled } from '@mui/material/styles';
import { monthOf, monthsBetween } from '@encircle/shared/dates';
import type { AttendanceReport, AttendanceReportRow } from '@encircle/shared/reports';
import { useWords } from '@web/i18n/useWords';
import { HeatTable } from '@web/ui/HeatTable';
import { headingsOf, spokenMonth, type Choice } from './attendance.model';
import { FigureCell } from './FigureCell';
import { MonthTotal, RowTotal } from './TotalFigure';

const Map = styled('div')({
  '& .soft': { color: 'var(--ink-soft)', fontSize: '0.8125rem' },
  '& tfoot td, & tfoot th': { paddingTop: 8, lineHeight: '1.125rem' },
  '& tbody th small': {
    display: 'block',
    fontWeight: 400,
    fontSize: '0.8125rem',
    lineHeight: '1.125rem',
    color: 'var(--ink-soft)',
  },
  '@media print': {
    '& [role="region"]': { overflow: 'visible' },
    // Browsers leave grounds out on paper, so a number must not rely on its shade to be read.
    '& [data-step]': {
      minWidth: 0,
      height: 26,
      background: '#FFFFFF !important',
      color: '#000000 !important',
    },
    '& [data-step="1"]': { border: '2px solid #000000 !important' },
    '& table': { borderSpacing: 2 },
    '& tbody th, & tfoot th': { minWidth: 0 },
  },
});

interface AttendanceTableProps {
  report: AttendanceReport;
  choice: Choice;
  onOpen: (cell: { key: string; month: string }) => void;
}

/** Agencies or roles down, months across; the sums are of the same numbers. */
export function AttendanceTable({ report, choice, onOpen }: AttendanceTableProps) {
  const w = useWords();
  const { months, rows, by, to } = report;
  const unfinished = monthOf(to).to > to;
  const headings = headingsOf(months, (month) =>
    unfinished ? w('reports.attendance.soFar', { month }) : null,
  );
  const cellOf = (row: AttendanceReportRow, index: number) => {
    const month = months[index] ?? '';
    const figure = row.cells[index];
    const open = choice.cell?.key === row.key && choice.cell.month === month;
    return figure ? (
      <FigureCell
        figure={figure}
        view={choice.view}
        row={row.label}
        month={spokenMonth(month, months)}
        open={open}
        onOpen={report.suppressed ? undefined : () => onOpen({ key: row.key, month })}
      />
    ) : null;
  };
  return (
    <Map>
      <HeatTable
        label={w('reports.attendance.table', { rows: w(`reports.attendance.rows.${by}`) })}
        columns={[
          w(`reports.attendance.head.${by}`),
          ...headings,
          w('reports.attendance.total', { smart_count: monthsBetween(report.from, to).length }),
        ]}
        rows={rows.map((row) => ({
          key: row.key,
          head: <RowHead row={row} />,
          cells: months.map((_month, index) => cellOf(row, index)),
          total: <RowTotal figure={row.total} view={choice.view} />,
        }))}
        foot={{
          head: w(`reports.attendance.all.${by}`),
          cells: report.foot.map((figure, index) => (
            <MonthTotal key={months[index]} figure={figure} view={choice.view} />
          )),
          total: <RowTotal figure={report.total} view={choice.view} />,
        }}
      />
    </Map>
  );
}

/** The name, and a word where a quarter or more of many invitations were never answered. */
function RowHead({ row }: { row: AttendanceReportRow }) {
  const w = useWords();
  const percent = row.total.dnaPercent;
  return (
    <>
      {row.label}
      {row.missesTooMany && percent !== null && (
        <small>{w('reports.attendance.noWord', { percent: `${percent.toFixed(1)}%` })}</small>
      )}
    </>
  );
}

import { styled } from '@mui/material/styles';
import { Link } from 'react-router';
import type { OverdueRow, ProgressReport } from '@encircle/shared/reports';
import { useWords, type WordKey } from '@web/i18n/useWords';
import { BarList } from '@web/ui/BarList';
import { Card } from '@web/ui/Card';
import { DataTable, type Column } from '@web/ui/DataTable';

const AGES: readonly WordKey[] = [
  'reports.dashboard.ages10',
  'reports.dashboard.ages20',
  'reports.dashboard.ages21',
];

const Halves = styled('div')({
  display: 'grid',
  gap: 24,
  gridTemplateColumns: 'minmax(0, 1fr)',
  alignItems: 'start',
  '& thead .number': { whiteSpace: 'normal', minWidth: 72 },
  '@media (min-width: 1024px)': { gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1.7fr)' },
});

/** What is overdue, with whom, and for how long (M24). */
export function OverdueCard({ report }: { report: ProgressReport }) {
  const w = useWords();
  const { overdue } = report;
  const column = (kind: 'actions' | 'reviews', index: number): Column<OverdueRow> => ({
    key: `${kind}${index}`,
    title: w(kind === 'actions' ? 'reports.dashboard.action' : 'reports.dashboard.review', {
      age: w(AGES[index] ?? 'reports.dashboard.ages10'),
    }),
    number: true,
    cell: (row) => row[kind][index]?.words ?? '',
  });
  return (
    <Card
      id="overdue"
      title={w('reports.dashboard.overdue')}
      note={w('reports.dashboard.overdueNote')}
      foot={
        report.scope === 'AGENCY' ? (
          <Link to="/week">{w('reports.dashboard.overdueOwn')}</Link>
        ) : (
          w('reports.dashboard.overdueWhy')
        )
      }
    >
      {overdue.length === 0 ? (
        <p>{w('reports.dashboard.overdueNone')}</p>
      ) : (
        <Halves>
          <BarList
            label={w('reports.dashboard.overdueAll')}
            bars={overdue.map(({ label, total }) => ({ label, value: total.count, figure: total.words }))}
          />
          <DataTable
            label={w('reports.dashboard.overdueDays')}
            rows={overdue}
            rowKey={({ label }) => label}
            columns={[
              { key: 'agency', title: w('reports.dashboard.agency'), head: true, cell: ({ label }) => label },
              ...[0, 1, 2].map((index) => column('actions', index)),
              ...[0, 1, 2].map((index) => column('reviews', index)),
            ]}
          />
        </Halves>
      )}
    </Card>
  );
}

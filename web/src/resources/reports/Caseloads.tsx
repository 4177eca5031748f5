import type { LeadCaseloadPage, ProgressReport } from '@encircle/shared/reports';
import { useWords } from '@web/i18n/useWords';
import { Loaded } from '@web/layout/Loaded';
import { Card } from '@web/ui/Card';
import { DataTable } from '@web/ui/DataTable';
import { EmptyState } from '@web/ui/EmptyState';
import { KeysetPager } from '@web/ui/KeysetPager';
import { useKeyset } from '@web/pages/useKeyset';

const SIZE = 10;

/** How many open cases each worker leads, most first (M25). */
export function Caseloads({ report }: { report: ProgressReport }) {
  const w = useWords();
  const { query, pager } = useKeyset<LeadCaseloadPage>('/reports/caseloads', {}, SIZE);
  const { cases, leads, mean } = report.caseload;
  const title = w('reports.dashboard.caseloads');
  const several = pager?.onPrevious ?? pager?.onNext;
  const note =
    mean === null
      ? null
      : w('reports.dashboard.caseloadsNote', {
          cases: cases.words,
          smart_count: leads.count ?? 0,
          mean: mean.toFixed(1),
        });
  return (
    <Card
      id="caseloads"
      title={title}
      note={note}
      flush
      {...(pager && several ? { foot: <KeysetPager {...pager} /> } : {})}
    >
      <Loaded query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <div style={{ padding: '0 24px 20px' }}>
              <EmptyState title={w('reports.dashboard.caseloadsNoneTitle')}>
                {w('reports.dashboard.caseloadsNone')}
              </EmptyState>
            </div>
          ) : (
            <DataTable
              label={title}
              rows={items.map((item, index) => ({ ...item, place: String(index) }))}
              rowKey={({ place }) => place}
              columns={[
                {
                  key: 'name',
                  title: w('reports.dashboard.name'),
                  head: true,
                  cell: ({ name, agency }) => (
                    <>
                      {name}
                      <small>{agency}</small>
                    </>
                  ),
                },
                {
                  key: 'cases',
                  title: w('reports.dashboard.cases'),
                  number: true,
                  cell: ({ cases: led }) => <b>{led}</b>,
                },
              ]}
            />
          )
        }
      </Loaded>
    </Card>
  );
}

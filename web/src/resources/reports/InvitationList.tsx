import { ATTENDANCE_CODES, labelOf } from '@encircle/shared/codes';
import { formatMonth } from '@encircle/shared/dates';
import type { AttendanceCell } from '@encircle/shared/reports';
import { useWords } from '@web/i18n/useWords';
import { Loaded } from '@web/layout/Loaded';
import { Card } from '@web/ui/Card';
import { DataTable } from '@web/ui/DataTable';
import { KeysetPager } from '@web/ui/KeysetPager';
import { useKeyset } from '@web/pages/useKeyset';

const SIZE = 25;

/** Who was asked and what came of it; no case, no child, no day. */
export function InvitationList({ question }: { question: Record<string, string> }) {
  const w = useWords();
  const { query, pager } = useKeyset<AttendanceCell>('/reports/attendance/cell', question, SIZE);
  return (
    <Loaded query={query}>
      {({ label, month, items }) => {
        const title = w('reports.cell.list', { row: label, month: formatMonth(month) });
        const several = pager?.onPrevious ?? pager?.onNext;
        return (
          <Card title={title} flush {...(pager && several ? { foot: <KeysetPager {...pager} /> } : {})}>
            <DataTable
              label={title}
              rows={items.map((item, index) => ({ ...item, place: String(index) }))}
              rowKey={({ place }) => place}
              columns={[
                {
                  key: 'who',
                  title: w('reports.cell.who'),
                  head: true,
                  cell: ({ name, agency }) => (
                    <>
                      {name}
                      <small>{agency}</small>
                    </>
                  ),
                },
                { key: 'role', title: w('reports.cell.role'), cell: ({ role }) => role },
                {
                  key: 'became',
                  title: w('reports.cell.became'),
                  cell: ({ code }) =>
                    code === null ? w('reports.cell.notRecorded') : labelOf(ATTENDANCE_CODES, code),
                },
              ]}
            />
          </Card>
        );
      }}
    </Loaded>
  );
}

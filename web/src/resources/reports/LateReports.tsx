import { formatLong, workingDaysLateWords } from '@encircle/shared/dates';
import type { LateReport, LateReportPage } from '@encircle/shared/reports';
import { useWords, type WordKey } from '@web/i18n/useWords';
import { Loaded } from '@web/layout/Loaded';
import { useToday } from '@web/providers/me';
import { Card } from '@web/ui/Card';
import { DataTable } from '@web/ui/DataTable';
import { EmptyState } from '@web/ui/EmptyState';
import { KeysetPager } from '@web/ui/KeysetPager';
import { Tag } from '@web/ui/Tag';
import { useKeyset } from '@web/pages/useKeyset';

const SIZE = 10;

const ANSWERS: Readonly<Record<string, WordKey>> = {
  NO_ANSWER: 'reports.late.answers.NO_ANSWER',
  COMING: 'reports.late.answers.COMING',
  COMING_PART: 'reports.late.answers.COMING_PART',
  DEPUTY: 'reports.late.answers.DEPUTY',
  SENDING_REPORT: 'reports.late.answers.SENDING_REPORT',
  NOT_COMING: 'reports.late.answers.NOT_COMING',
};

/** Reports somebody was asked for that have not come, longest waiting first. */
export function LateReports() {
  const w = useWords();
  const { query, pager } = useKeyset<LateReportPage>('/reports/late-reports', {}, SIZE);
  const several = pager?.onPrevious ?? pager?.onNext;
  return (
    <Card
      title={w('reports.late.title')}
      {...(pager?.total === undefined || pager.total === null ? {} : { count: pager.total })}
      note={w('reports.late.note')}
      flush
      {...(pager && several ? { foot: <KeysetPager {...pager} /> } : {})}
    >
      <Loaded query={query}>{({ items }) => <Rows items={items} />}</Loaded>
    </Card>
  );
}

function Rows({ items }: { items: readonly LateReport[] }) {
  const w = useWords();
  const today = useToday();
  if (items.length === 0) {
    return (
      <div style={{ padding: '0 24px 20px' }}>
        <EmptyState title={w('reports.late.noneTitle')}>{w('reports.late.none')}</EmptyState>
      </div>
    );
  }
  return (
    <DataTable
      label={w('reports.late.title')}
      rows={items.map((item, index) => ({ ...item, place: String(index) }))}
      rowKey={({ place }) => place}
      columns={[
        {
          key: 'who',
          title: w('reports.late.who'),
          head: true,
          cell: ({ name, agency }) => (
            <>
              {name}
              <small>{agency}</small>
            </>
          ),
        },
        { key: 'due', title: w('reports.late.due'), cell: ({ dueOn }) => formatLong(dueOn) },
        {
          key: 'late',
          title: w('reports.late.howLate'),
          cell: ({ dueOn }) => (
            <Tag tone="red" mark="triangle">
              {workingDaysLateWords(dueOn, today)}
            </Tag>
          ),
        },
        {
          key: 'sign',
          title: w('reports.late.sign'),
          cell: ({ answer }) => w(ANSWERS[answer] ?? 'reports.late.answers.NO_ANSWER'),
        },
      ]}
    />
  );
}

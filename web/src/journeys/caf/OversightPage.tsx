import type { OversightPage as Page, OversightRow } from '@encircle/shared/assessments';
import { formatDate, formatLong } from '@encircle/shared/dates';
import { useWords } from '@web/i18n/useWords';
import { Loaded } from '@web/layout/Loaded';
import { useToday } from '@web/providers/me';
import { useKeyset } from '@web/pages/useKeyset';
import { Button } from '@web/ui/Button';
import { Card } from '@web/ui/Card';
import { EmptyState } from '@web/ui/EmptyState';
import { KeysetPager } from '@web/ui/KeysetPager';
import { PageTitle } from '@web/ui/PageTitle';
import { Tag } from '@web/ui/Tag';
import { Stack } from '@web/ui/layout';

const SIZE = 25;

/** For managers and the CAF team: finished work in which something is theirs to look at. */
export default function OversightPage() {
  const w = useWords();
  const { query, pager } = useKeyset<Page>('/my/oversight', {}, SIZE);
  const several = pager?.onPrevious ?? pager?.onNext;
  return (
    <>
      <PageTitle title={w('oversight.page.title')} note={w('oversight.page.note')} />
      <Loaded query={query}>
        {({ items }) => (
          <Stack>
            {items.length === 0 && (
              <EmptyState title={w('oversight.page.none')}>{w('oversight.page.noneNote')}</EmptyState>
            )}
            {items.map((row) => (
              <Overseen key={row.assessmentId} row={row} />
            ))}
            {pager && several && <KeysetPager {...pager} />}
          </Stack>
        )}
      </Loaded>
    </>
  );
}

function Overseen({ row }: { row: OversightRow }) {
  const w = useWords();
  const today = useToday();
  const missing = row.standing === 'MISSING';
  const late = missing && row.dueOn < today;
  const number = row.versionNo;
  return (
    <Card
      title={
        row.child === null
          ? w('oversight.page.ofRef', { ref: row.ref, number })
          : w('oversight.page.of', { child: row.child, number })
      }
      note={w('oversight.page.finished', { name: row.startedBy, date: formatLong(row.completedOn) })}
    >
      <div style={{ display: 'flex', flexWrap: 'wrap', gap: 12, alignItems: 'center' }}>
        <Tag tone={late ? 'red' : missing || row.standing === 'ANSWERED' ? 'amber' : 'neutral'}>
          {w(`oversight.page.standing.${row.standing as 'MISSING'}`)}
        </Tag>
        {missing && (
          <span>
            {w(late ? 'oversight.page.late' : 'oversight.page.due', { date: formatDate(row.dueOn) })}
          </span>
        )}
        <Button to={`/assessments/${row.assessmentId}/read#oversight`}>{w('oversight.page.open')}</Button>
      </div>
    </Card>
  );
}

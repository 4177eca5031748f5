import { useNavigate, useParams } from 'react-router';
import type { AssessmentsView, AssessmentView } from '@encircle/shared/assessments';
import { formatLong } from '@encircle/shared/dates';
import { useWords } from '@web/i18n/useWords';
import { Loaded } from '@web/layout/Loaded';
import { useProblemWords } from '@web/pages/useProblemWords';
import { useCan } from '@web/providers/me';
import { useGet, useSend } from '@web/providers/useGet';
import { LevelsSeenReference } from '@web/resources/levels/LevelsSeenReference';
import { RepairLines } from '@web/resources/recording/MendingReference';
import { Button } from '@web/ui/Button';
import { Card } from '@web/ui/Card';
import { EmptyState } from '@web/ui/EmptyState';
import { Notice } from '@web/ui/Notice';
import { PageTitle } from '@web/ui/PageTitle';
import { Actions, Stack } from '@web/ui/layout';
import { Tag } from '@web/ui/Tag';
import { MendAssessment } from './MendAssessment';
import { OversightCard } from './OversightCard';

/** The versions of a case's assessment, and the way to begin one. */
export default function AssessmentsPage() {
  const { caseId = '' } = useParams();
  const w = useWords();
  return (
    <>
      <PageTitle title={w('caf.list.title')} />
      <AssessmentVersions caseId={caseId} />
    </>
  );
}

/** The same without the page, for the tab of the case. */
export function AssessmentVersions({ caseId }: { caseId: string }) {
  const query = useGet<AssessmentsView>(`/episodes/${caseId}/assessments`);
  return <Loaded query={query}>{(data) => <Versions caseId={caseId} data={data} />}</Loaded>;
}

function Versions({ caseId, data }: { caseId: string; data: AssessmentsView }) {
  const w = useWords();
  const say = useProblemWords();
  const go = useNavigate();
  const mayWrite = useCan()('update', 'assessment');
  const start = useSend<object, AssessmentView>(`/episodes/${caseId}/assessments`, {
    refresh: [`/episodes/${caseId}`],
  });
  const latest = data.items[0]?.versionNo ?? 0;
  const begin = () => start.mutate({}, { onSuccess: (made) => void go(`/assessments/${made.id}`) });
  return (
    <Stack>
      {start.error && <Notice kind="red">{start.error.detail || say(start.error)}</Notice>}
      {data.items.length === 0 && !data.mayStart && (
        <EmptyState title={w('caf.list.none')}>{data.whyNot}</EmptyState>
      )}
      {data.items.map((item) => (
        <Card
          key={item.id}
          title={w('caf.version', { number: item.versionNo })}
          note={w('caf.list.startedBy', { name: item.startedBy, date: formatLong(item.startedOn) })}
        >
          <Stack style={{ gap: 12 }}>
            <div>
              {item.status === 'DRAFT' && (
                <Tag tone="slate" mark="half">
                  {w('caf.list.draft')}
                </Tag>
              )}
              {item.status === 'COMPLETED' && (
                <Tag tone="good" mark="tick">
                  {w('caf.list.final')}
                </Tag>
              )}
              {item.status === 'SUPERSEDED' && <Tag>{w('caf.list.superseded')}</Tag>}{' '}
              {item.completedOn && w('caf.list.completed', { date: formatLong(item.completedOn) })}
            </div>
            <div>
              {item.status === 'DRAFT' && mayWrite ? (
                <Actions>
                  <Button kind="filled" to={`/assessments/${item.id}`}>
                    {w('caf.list.goOn')}
                  </Button>
                  <MendAssessment row={item} />
                </Actions>
              ) : (
                <Button to={`/assessments/${item.id}/read`}>{w('caf.list.open')}</Button>
              )}
            </div>
          </Stack>
        </Card>
      ))}
      {data.mayStart && (
        <div>
          <Button kind={latest === 0 ? 'filled' : 'outlined'} disabled={start.isPending} onClick={begin}>
            {latest === 0 ? w('caf.list.start') : w('caf.list.startNext', { number: latest + 1 })}
          </Button>
          {latest > 0 && <p>{w('caf.list.startNextNote', { number: latest })}</p>}
        </div>
      )}
      <LevelsSeenReference caseId={caseId} />
      {data.repairs.length > 0 && (
        <Card title={w('caf.mend.history')}>
          <RepairLines repairs={data.repairs} />
        </Card>
      )}
      {data.items.length > 0 && <OversightCard of={`/episodes/${caseId}`} />}
    </Stack>
  );
}

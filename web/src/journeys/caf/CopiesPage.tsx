import { useState } from 'react';
import { FileDown } from 'lucide-react';
import type { AssessmentView, CopiesView } from '@encircle/shared/assessments';
import { COPY_METHODS, labelOf } from '@encircle/shared/codes';
import { formatDate } from '@encircle/shared/dates';
import { useWords } from '@web/i18n/useWords';
import { Loaded } from '@web/layout/Loaded';
import { useGet } from '@web/providers/useGet';
import { TeamLights } from '@web/resources/agreements/TeamLightsReference';
import { Button } from '@web/ui/Button';
import { Card } from '@web/ui/Card';
import { EmptyState } from '@web/ui/EmptyState';
import { Notice } from '@web/ui/Notice';
import { PageTitle } from '@web/ui/PageTitle';
import { SkeletonPage } from '@web/ui/Skeleton';
import { Actions, Stack } from '@web/ui/layout';
import { Frame } from './Frame';
import { RecordCopyForm } from './RecordCopyForm';
import { useAssessment } from './useAssessment';

/** Copies to save and print, and who was given one. */
export default function CopiesPage() {
  const { query, childTail } = useAssessment();
  return (
    <Loaded query={query} skeleton={<SkeletonPage />}>
      {(view) => <Copies view={view} childTail={childTail} />}
    </Loaded>
  );
}

function Copies({ view, childTail }: { view: AssessmentView; childTail: string }) {
  const w = useWords();
  const query = useGet<CopiesView>(`/assessments/${view.id}/copies`);
  const [said, setSaid] = useState(false);
  const pdf = (kind: string, personId?: string): string =>
    `/api/assessments/${view.id}/paper.pdf?${new URLSearchParams({
      kind,
      subjectId: view.subjectId,
      ...(personId ? { for: personId } : {}),
    }).toString()}`;
  return (
    <Frame view={view} here={null} saved={null} childTail={childTail}>
      <PageTitle section title={w('copies.title')} note={w('copies.note')} />
      <Loaded query={query}>
        {({ readers, given, mayRecord }) => (
          <Stack>
            <Card title={w('copies.full')} note={w('copies.fullNote')}>
              <Save href={pdf('FULL')} what={w('copies.full')} />
            </Card>
            <TeamLights caseId={view.episodeId} />
            {readers.map(({ personId, name, kind }) => {
              const title = w(kind === 'CHILD' ? 'copies.child' : 'copies.family', { name });
              return (
                <Card key={`${personId} ${kind}`} title={title}>
                  <Save href={pdf(kind, personId)} what={title} />
                </Card>
              );
            })}
            <h2>{w('copies.given')}</h2>
            {said && <Notice kind="good">{w('copies.record.said')}</Notice>}
            {given.length === 0 && <EmptyState title={w('copies.none')}>{w('copies.noneNote')}</EmptyState>}
            {given.map((each) => (
              <Card
                key={each.id}
                title={w('copies.line', {
                  name: each.name,
                  how: labelOf(COPY_METHODS, each.method).toLowerCase(),
                  date: formatDate(each.givenOn),
                })}
                note={w('copies.by', { name: each.givenBy })}
              >
                {each.note && <p>{each.note}</p>}
                <p style={{ overflowWrap: 'anywhere', fontSize: '0.875rem', color: 'var(--ink-soft)' }}>
                  {w('copies.proof', { digest: each.digest })}
                </p>
              </Card>
            ))}
            {mayRecord ? (
              <RecordCopyForm view={view} readers={readers} onDone={() => setSaid(true)} />
            ) : (
              view.status === 'DRAFT' && <p>{w('copies.record.later')}</p>
            )}
          </Stack>
        )}
      </Loaded>
    </Frame>
  );
}

function Save({ href, what }: { href: string; what: string }) {
  const w = useWords();
  return (
    <Actions>
      <Button kind="neutral" icon={FileDown} href={href} aria-label={`${w('copies.make')}: ${what}`}>
        {w('copies.make')}
      </Button>
    </Actions>
  );
}

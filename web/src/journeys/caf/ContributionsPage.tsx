import { useState } from 'react';
import { useSearchParams } from 'react-router';
import type { AssessmentView, ContributionsView } from '@encircle/shared/assessments';
import { useWords } from '@web/i18n/useWords';
import { Loaded } from '@web/layout/Loaded';
import { useGet } from '@web/providers/useGet';
import { EmptyState } from '@web/ui/EmptyState';
import { Notice } from '@web/ui/Notice';
import { PageTitle } from '@web/ui/PageTitle';
import { SkeletonPage } from '@web/ui/Skeleton';
import { Stack } from '@web/ui/layout';
import { AskColleague } from './AskColleague';
import { ContributionCard } from './ContributionCard';
import { Frame } from './Frame';
import { useAssessment } from './useAssessment';

/** What was asked of colleagues: asking, reading what came, taking it in or giving it back. */
export default function ContributionsPage() {
  const [search] = useSearchParams();
  const { query, childTail } = useAssessment();
  return (
    <Loaded query={query} skeleton={<SkeletonPage />}>
      {(view) => <Asked view={view} section={search.get('section') ?? ''} childTail={childTail} />}
    </Loaded>
  );
}

function Asked({ view, section, childTail }: { view: AssessmentView; section: string; childTail: string }) {
  const w = useWords();
  const query = useGet<ContributionsView>(`/assessments/${view.id}/contributions`);
  const [said, setSaid] = useState('');
  return (
    <Frame view={view} here={null} saved={null} childTail={childTail}>
      <PageTitle section title={w('contributions.title')} note={w('contributions.note')} />
      <Loaded query={query}>
        {({ items, mayAsk }) => (
          <Stack>
            {said && (
              <Notice kind="good">
                <p>{said}</p>
              </Notice>
            )}
            {mayAsk && <AskColleague view={view} section={section} onAsked={setSaid} />}
            {items.length === 0 && (
              <EmptyState title={w('contributions.none')}>{w('contributions.noneNote')}</EmptyState>
            )}
            {items.map((item) => (
              <ContributionCard key={item.id} item={item} mayAct={mayAsk} />
            ))}
          </Stack>
        )}
      </Loaded>
    </Frame>
  );
}

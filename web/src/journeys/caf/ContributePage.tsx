import { useMemo } from 'react';
import { useParams } from 'react-router';
import type { ContributionView } from '@encircle/shared/assessments';
import { Loaded } from '@web/layout/Loaded';
import { useMe } from '@web/providers/me';
import { useGet } from '@web/providers/useGet';
import { SkeletonPage } from '@web/ui/Skeleton';
import { ContributeForm } from './ContributeForm';
import { useWithForms } from './known-forms';
import { useHalfWritten } from './useHalfWritten';

const one = (item: ContributionView) => [item];

/** One part of an assessment, for the colleague who was asked for it. */
export default function ContributePage() {
  const { contributionId = '' } = useParams();
  const query = useWithForms(useGet<ContributionView>(`/contributions/${contributionId}`), one);
  return (
    <Loaded query={query} skeleton={<SkeletonPage />}>
      {(item) => <WithDraft key={item.id} item={item} />}
    </Loaded>
  );
}

/** What was typed last time and never sent comes first. */
function WithDraft({ item }: { item: ContributionView }) {
  const { user } = useMe();
  const place = useMemo(
    () => ({ userId: user.id, form: 'contribution', recordId: user.id, section: item.id }),
    [user.id, item.id],
  );
  const half = useHalfWritten(place);
  if (half === undefined) return <SkeletonPage />;
  return <ContributeForm item={item} place={place} half={half} />;
}

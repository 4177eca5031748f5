import { useMemo } from 'react';
import { useParams } from 'react-router';
import type { AgreementsView } from '@encircle/shared/consents';
import type { TeamView } from '@encircle/shared/episodes';
import type { JoinRequestsView } from '@encircle/shared/joining';
import { Loaded } from '@web/layout/Loaded';
import { useHalfWritten } from '@web/journeys/caf/useHalfWritten';
import type { KeptPlace } from '@web/journeys/caf/kept-text';
import { NotFoundPage } from '@web/pages/NotFoundPage';
import { useMe, useToday } from '@web/providers/me';
import { useGet } from '@web/providers/useGet';
import { SkeletonRows } from '@web/ui/Skeleton';
import { AgreementForm } from './AgreementForm';
import { emptyDraft, type Draft } from './agreement.model';

/** Asks the family. What was begun and not saved is taken up again. */
export default function AgreementPage() {
  const { caseId = '' } = useParams();
  const me = useMe();
  const today = useToday();
  const place = useMemo<KeptPlace>(
    () => ({ userId: me.user.id, form: 'consent', recordId: caseId, section: 'agreement' }),
    [me.user.id, caseId],
  );
  const view = useGet<AgreementsView>(`/episodes/${caseId}/consents`);
  const team = useGet<TeamView>(`/episodes/${caseId}/team`);
  const asking = useGet<JoinRequestsView>(`/episodes/${caseId}/join-requests`);
  const half = useHalfWritten(place);
  return (
    <Loaded query={view}>
      {(agreements) => (
        <Loaded query={team}>
          {(people) => {
            const [first] = agreements.subjects;
            if (!first || !agreements.mayRecord) return <NotFoundPage />;
            if (half === undefined) return <SkeletonRows />;
            const kept = takenUp(half?.text, agreements);
            return (
              <AgreementForm
                caseId={caseId}
                view={agreements}
                team={people}
                askers={(asking.data?.items ?? []).filter(({ state }) => state === 'WAITING')}
                begin={kept ?? emptyDraft(first.personId, today)}
                savedBefore={kept ? (half?.at ?? null) : null}
                place={place}
              />
            );
          }}
        </Loaded>
      )}
    </Loaded>
  );
}

/** A draft of another shape, or about a child who is no longer here, is left aside. */
function takenUp(text: string | undefined, view: AgreementsView): Draft | null {
  if (!text) return null;
  try {
    const draft = JSON.parse(text) as Draft;
    const known = view.subjects.some(({ personId }) => personId === draft.subjectId);
    const whole = { ...emptyDraft(draft.subjectId, draft.givenOn), ...draft };
    return known && Array.isArray(draft.rows) && draft.step !== 'copy' ? whole : null;
  } catch {
    return null;
  }
}

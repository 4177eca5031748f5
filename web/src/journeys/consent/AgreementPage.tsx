import { useCallback, useMemo } from 'react';
import { useParams } from 'react-router';
import type {
  AgreementsView,
  EffectsView,
  PreviewAgreement,
  RecordAgreement,
} from '@encircle/shared/consents';
import type { TeamView } from '@encircle/shared/episodes';
import type { JoinRequestsView } from '@encircle/shared/joining';
import { Loaded } from '@web/layout/Loaded';
import { useHalfWritten } from '@web/journeys/caf/useHalfWritten';
import type { KeptPlace } from '@web/journeys/caf/kept-text';
import { NotFoundPage } from '@web/pages/NotFoundPage';
import { api } from '@web/providers/http';
import { useMe, useToday } from '@web/providers/me';
import { useGet, useSend } from '@web/providers/useGet';
import { SkeletonRows } from '@web/ui/Skeleton';
import { AgreementForm } from './AgreementForm';
import { emptyDraft, takenUp } from './agreement.model';

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
  const send = useSend<RecordAgreement, AgreementsView>(`/episodes/${caseId}/consents`, {
    refresh: [`/episodes/${caseId}`],
  });
  const effects = useCallback(
    (body: PreviewAgreement, signal: AbortSignal) =>
      api<EffectsView>(`/episodes/${caseId}/consents/preview`, { method: 'POST', body, signal }),
    [caseId],
  );
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
                view={agreements}
                people={[
                  ...people.members,
                  ...(asking.data?.items ?? []).filter(({ state }) => state === 'WAITING'),
                ]}
                effects={effects}
                save={(act) => send.mutateAsync(act).then(() => caseId)}
                busy={send.isPending}
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

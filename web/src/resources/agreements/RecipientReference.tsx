import type { RecipientsView } from '@encircle/shared/consents';
import { useMe } from '@web/providers/me';
import { useGet } from '@web/providers/useGet';
import { ShareLight } from '@web/ui/ShareLight';

export interface RecipientReferenceProps {
  caseId: string;
  /** A colleague at their service, or a service as a whole. */
  agencyId?: string | undefined;
  userId?: string | undefined;
}

/**
 * The light of one recipient, beside wherever something could be shared with them. Of the team by one question for the whole
 * case; of anybody else by one of their own, which only whoever may ask the family may put.
 */
export function RecipientReference({ caseId, agencyId, userId }: RecipientReferenceProps) {
  const { user } = useMe();
  const self = userId === user.id;
  const team = useGet<RecipientsView>(self ? null : `/episodes/${caseId}/recipients`);
  const on = (team.data?.items ?? []).filter(
    (item) => item.userId === userId && (agencyId === undefined || item.agencyId === agencyId),
  );
  const outside = team.data !== undefined && on.length === 0 && team.data.mayAsk && agencyId !== undefined;
  const other = useGet<RecipientsView>(outside ? `/episodes/${caseId}/recipients` : null, {
    ...(agencyId === undefined ? {} : { agencyId }),
    ...(userId === undefined ? {} : { userId }),
  });
  const items = on.length > 0 ? on : (other.data?.items ?? []);
  const children = new Set(items.map((item) => item.subjectId)).size;
  return items.map((item) => (
    <ShareLight
      key={`${item.subjectId} ${item.agencyId}`}
      state={item.state}
      why={item.why}
      mayNot={item.mayNot}
      until={item.until}
      about={children > 1 ? item.subject : null}
      askAt={team.data?.mayAsk ? `/cases/${caseId}/agreement/new` : undefined}
    />
  ));
}

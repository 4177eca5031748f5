import type { TeamView } from '@encircle/shared/episodes';
import { useWords } from '@web/i18n/useWords';
import { useCan, useMe } from '@web/providers/me';
import { useGet } from '@web/providers/useGet';
import { Card, CardLines } from '@web/ui/Card';
import { RecipientReference } from './RecipientReference';

/** Before something is printed or saved: each colleague of the team, with the light of what may go to them. */
export function TeamLights({ caseId }: { caseId: string }) {
  const w = useWords();
  const { user } = useMe();
  const asks = useCan()('update', 'case');
  const team = useGet<TeamView>(asks ? `/episodes/${caseId}/team` : null);
  const others = new Map(
    (team.data?.members ?? [])
      .filter(({ userId }) => userId !== user.id)
      .map((member) => [`${member.userId} ${member.agencyId}`, member]),
  );
  if (others.size === 0) return null;
  return (
    <Card title={w('agreements.before.title')} note={w('agreements.before.note')} flush>
      <CardLines>
        {[...others].map(([key, { name, agency, userId, agencyId }]) => (
          <li key={key}>
            <strong>{name}</strong>, {agency}
            <RecipientReference caseId={caseId} userId={userId} agencyId={agencyId} />
          </li>
        ))}
      </CardLines>
    </Card>
  );
}

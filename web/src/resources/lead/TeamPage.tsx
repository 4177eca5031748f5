import { useParams } from 'react-router';
import type { TeamView } from '@encircle/shared/episodes';
import { useWords } from '@web/i18n/useWords';
import { Loaded } from '@web/layout/Loaded';
import { useGet } from '@web/providers/useGet';
import { Button } from '@web/ui/Button';
import { Notice } from '@web/ui/Notice';
import { PageTitle } from '@web/ui/PageTitle';
import { Stack } from '@web/ui/layout';
import { AddColleague, AskToLead, OpenOffer } from './TeamForms';
import { JoinRequests } from './JoinRequests';
import { LeadHistory } from './LeadHistory';
import { TeamLines } from './TeamLines';

/** Who works with the family, and who leads. */
export default function TeamPage() {
  const { caseId = '' } = useParams();
  const w = useWords();
  return (
    <>
      <PageTitle title={w('lead.title')} note={w('lead.note')} />
      <CaseTeam caseId={caseId} />
    </>
  );
}

/** The same without the page, for a tab of the case. */
export function CaseTeam({ caseId }: { caseId: string }) {
  const w = useWords();
  const query = useGet<TeamView>(`/episodes/${caseId}/team`);
  return (
    <Loaded query={query}>
      {(team) => (
        <Stack>
          {team.leadVacant && <Notice kind="amber">{w('lead.vacant')}</Notice>}
          {team.mayChange && <JoinRequests caseId={caseId} />}
          <TeamLines caseId={caseId} team={team} />
          {team.offer && <OpenOffer caseId={caseId} offer={team.offer} mayAsk={team.mayAsk} />}
          {team.mayAsk && !team.offer && <AskToLead caseId={caseId} />}
          {team.mayChange && <AddColleague caseId={caseId} />}
          {team.mayChange && (
            <div>
              <Button kind="neutral" to={`/cases/${caseId}/services`}>
                {w('services.requests.title')}
              </Button>
            </div>
          )}
          <LeadHistory lines={team.history} vacant={team.leadVacant} />
        </Stack>
      )}
    </Loaded>
  );
}

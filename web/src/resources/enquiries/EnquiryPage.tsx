import { useParams } from 'react-router';
import { formatDate, formatLong, londonDate } from '@encircle/shared/dates';
import type { EnquiryView } from '@encircle/shared/enquiries';
import { useWords } from '@web/i18n/useWords';
import { BackLink } from '@web/layout/BackLink';
import { Loaded } from '@web/layout/Loaded';
import { useGet } from '@web/providers/useGet';
import { Button } from '@web/ui/Button';
import { PageTitle } from '@web/ui/PageTitle';
import { Stack } from '@web/ui/layout';
import { Tag } from '@web/ui/Tag';
import { AnswerCard } from './AnswerCard';
import { Asked } from './Asked';
import { HeardCard } from './HeardCard';
import { OffersCard } from './OffersCard';
import { StartCard } from './StartCard';
import { TriageCard } from './TriageCard';
import { WithdrawCard } from './WithdrawCard';

/** One request: what was asked, what came of it, and what the reader can do about it. */
export default function EnquiryPage() {
  const { enquiryId = '' } = useParams();
  const w = useWords();
  const query = useGet<EnquiryView>(`/enquiries/${enquiryId}`);
  return (
    <Loaded query={query}>
      {(view) => {
        const asked = view.offers.find(({ mine, state }) => mine && state === 'OFFERED');
        return (
          <>
            <PageTitle
              title={view.childName ?? w('enquiries.advice')}
              tab={w('enquiries.title')}
              kicker={<BackLink to="/enquiries">{w('enquiries.title')}</BackLink>}
              note={w('enquiries.one.by', {
                name: view.madeBy,
                agency: view.agency,
                date: formatLong(londonDate(view.madeAt)),
              })}
              actions={
                view.state === 'WAITING' ? (
                  <Tag tone={view.overdue ? 'red' : 'neutral'} mark={view.overdue ? 'octagon' : 'clock'}>
                    {w('enquiries.one.due', { date: formatDate(view.dueOn) })}
                  </Tag>
                ) : (
                  <Tag>{w(`enquiries.states.${view.state}`)}</Tag>
                )
              }
            />
            <Stack>
              {view.episodeId && (
                <div>
                  <Button kind="filled" to={`/cases/${view.episodeId}`}>
                    {w('enquiries.one.case')}
                  </Button>
                </div>
              )}
              {view.heard && <HeardCard heard={view.heard} />}
              {asked && <AnswerCard offer={asked} />}
              {view.mayStart && <StartCard view={view} />}
              <Asked view={view} />
              {view.mayDecide && <TriageCard view={view} />}
              <OffersCard view={view} />
              {view.mayWithdraw && <WithdrawCard view={view} />}
            </Stack>
          </>
        );
      }}
    </Loaded>
  );
}

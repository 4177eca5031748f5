import { useState } from 'react';
import { useParams } from 'react-router';
import { formatLong, londonDate } from '@encircle/shared/dates';
import type {
  FinishReferral,
  ReferralSentView,
  ReferralView,
  SendReferral,
} from '@encircle/shared/safeguarding';
import { useWords } from '@web/i18n/useWords';
import { Loaded } from '@web/layout/Loaded';
import { useProblemWords } from '@web/pages/useProblemWords';
import { useCan } from '@web/providers/me';
import { errorsOf } from '@web/providers/problem';
import { useGet, useSend } from '@web/providers/useGet';
import { Button } from '@web/ui/Button';
import { Card } from '@web/ui/Card';
import { Notice } from '@web/ui/Notice';
import { PageTitle } from '@web/ui/PageTitle';
import { Stack } from '@web/ui/layout';
import { ChallengeCard, ChallengeSent } from './ChallengeCard';
import { DecideCard, LinkCard } from './DecideCard';
import { ReferralFields } from './ReferralFields';
import { ReferralStatus } from './ReferralStatusReference';

/** One referral: its author adds to it, the front door decides. */
export default function ReferralPage() {
  const { referralId = '' } = useParams();
  const w = useWords();
  const can = useCan();
  const [sent, setSent] = useState<ReferralSentView | null>(null);
  const query = useGet<ReferralView>(`/safeguarding-referrals/${referralId}`);
  return (
    <Loaded query={query}>
      {(referral) => {
        const open = referral.status === 'SENT' || referral.status === 'RECEIVED';
        const decides = can('approve', 'safeguarding');
        return (
          <>
            <PageTitle
              title={w('safeguarding.detail.title')}
              note={w('safeguarding.detail.by', {
                name: `${referral.sentBy}, ${referral.agency}`,
                date: formatLong(londonDate(referral.sentAt)),
              })}
              actions={<ReferralStatus status={referral.status} />}
            />
            <Stack>
              {referral.episodeId && (
                <div>
                  <Button kind="neutral" to={`/cases/${referral.episodeId}`}>
                    {w('safeguarding.detail.case')}
                  </Button>
                </div>
              )}
              {referral.mine && open ? (
                <Finish key={referral.version} referral={referral} />
              ) : (
                <Told referral={referral} />
              )}
              {sent && <ChallengeSent sent={sent} />}
              {referral.mine && referral.status === 'NOT_ACCEPTED' && (
                <ChallengeCard referral={referral} onSent={setSent} />
              )}
              {decides && open && <DecideCard referral={referral} />}
              {decides && referral.episodeId === null && <LinkCard referral={referral} />}
            </Stack>
          </>
        );
      }}
    </Loaded>
  );
}

function Told({ referral }: { referral: ReferralView }) {
  const w = useWords();
  const lines: [string, string | null][] = [
    [w('safeguarding.child'), referral.childNamed],
    [w('safeguarding.detail.facts'), referral.facts],
    [w('safeguarding.detail.ground'), referral.ground],
    [w('safeguarding.detail.notTold'), referral.notToldReason],
    [w('safeguarding.detail.reference'), referral.acceptanceRef],
    [w('safeguarding.detail.reason'), referral.decisionReason],
  ];
  const said = lines.filter(([, words]) => words);
  return (
    <Card>
      {said.length === 0 && <p>{w('safeguarding.detail.nothing')}</p>}
      <dl style={{ display: 'grid', gap: 12 }}>
        {said.map(([label, words]) => (
          <div key={label}>
            <dt style={{ fontWeight: 700 }}>{label}</dt>
            <dd style={{ whiteSpace: 'pre-line' }}>{words}</dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}

function Finish({ referral }: { referral: ReferralView }) {
  const w = useWords();
  const say = useProblemWords();
  const [value, setValue] = useState<SendReferral>({
    ...(referral.childNamed ? { childNamed: referral.childNamed } : {}),
    ...(referral.facts ? { facts: referral.facts } : {}),
    ...(referral.ground ? { ground: referral.ground } : {}),
    ...(referral.notToldReason ? { notToldReason: referral.notToldReason } : {}),
    ...(referral.familyTold ? { familyTold: referral.familyTold as 'YES' | 'NO' } : {}),
    ...(referral.agreement ? { agreement: referral.agreement as 'AGREED' } : {}),
  });
  const path = `/safeguarding-referrals/${referral.id}`;
  const send = useSend<FinishReferral>(path, { method: 'PATCH', refresh: ['/safeguarding-referrals'] });
  const lines = send.error ? errorsOf(send.error) : [];
  return (
    <Card>
      <Stack style={{ gap: 16 }}>
        {send.error && lines.length === 0 && <Notice kind="red">{say(send.error)}</Notice>}
        <ReferralFields
          value={value}
          onChange={(over) => setValue((now) => ({ ...now, ...over }))}
          linked={referral.episodeId !== null}
          errors={Object.fromEntries(lines.map(({ field, message }) => [field, message]))}
          more
        />
        <div>
          <Button
            kind="filled"
            disabled={send.isPending}
            onClick={() => send.mutate({ ...value, version: referral.version })}
          >
            {w('safeguarding.detail.save')}
          </Button>
        </div>
      </Stack>
    </Card>
  );
}

import { useMemo, useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import type { CaseView } from '@encircle/shared/cases';
import type { KeyAnswers, RecordSharing, SharingRecordView } from '@encircle/shared/sharing-out';
import { useWords } from '@web/i18n/useWords';
import type { KeptPlace } from '@web/journeys/caf/kept-text';
import { useHalfWritten, type HalfWritten } from '@web/journeys/caf/useHalfWritten';
import { useKeptForm } from '@web/journeys/caf/useKeptForm';
import { Loaded } from '@web/layout/Loaded';
import { useProblemWords } from '@web/pages/useProblemWords';
import { useMe } from '@web/providers/me';
import { errorsOf, type Problem } from '@web/providers/problem';
import { useGet, useSend } from '@web/providers/useGet';
import { Button } from '@web/ui/Button';
import { Card } from '@web/ui/Card';
import { ErrorSummary } from '@web/ui/ErrorSummary';
import { Actions, FieldStack, Stack } from '@web/ui/layout';
import { Notice } from '@web/ui/Notice';
import { PageTitle } from '@web/ui/PageTitle';
import { SavedLine } from '@web/ui/SavedLine';
import { SkeletonPage } from '@web/ui/Skeleton';
import { TextArea } from '@web/ui/TextArea';
import { DetailFields, ToldFields } from './DetailFields';
import { outcomeOf, Questions } from './Questions';
import { ShareFields } from './ShareFields';
import { commandOf, type ShareForm } from './sharing-out.model';

interface Kept {
  emergency: boolean;
  answers: KeyAnswers;
  form: ShareForm;
}

/** The key questions, or straight to the record when it cannot wait. What is typed is kept. */
export default function SharePage() {
  const { caseId = '' } = useParams();
  const { user } = useMe();
  const place = useMemo<KeptPlace>(
    () => ({ userId: user.id, form: 'sharing', recordId: caseId, section: 'sharing' }),
    [user.id, caseId],
  );
  const half = useHalfWritten(place);
  const query = useGet<CaseView>(`/episodes/${caseId}`);
  if (half === undefined) return <SkeletonPage />;
  return (
    <Loaded query={query}>
      {(view) => (
        <Share
          caseId={caseId}
          place={place}
          half={half}
          kids={view.children.map(({ id, name }) => ({ id, name }))}
        />
      )}
    </Loaded>
  );
}

interface ShareProps {
  caseId: string;
  place: KeptPlace;
  half: HalfWritten | null;
  kids: readonly { id: string; name: string }[];
}

function Share({ caseId, place, half, kids }: ShareProps) {
  const w = useWords();
  const say = useProblemWords();
  const navigate = useNavigate();
  const only = kids.length === 1 ? kids[0]?.id : undefined;
  const kept = useKeptForm<Kept>(place, half, { emergency: false, answers: {}, form: {} });
  const { emergency, answers, form } = kept.value;
  const [attempt, setAttempt] = useState(0);
  const send = useSend<Partial<RecordSharing>, SharingRecordView>(`/episodes/${caseId}/disclosures`, {
    refresh: ['/my/week', '/disclosures', `/episodes/${caseId}`],
  });
  const change = (over: Partial<Kept>) => kept.set((now) => ({ ...now, ...over }));
  const fill = (over: Partial<ShareForm>) => kept.set((now) => ({ ...now, form: { ...now.form, ...over } }));
  const outcome = emergency ? 'SHARE' : outcomeOf(answers);
  const lines = send.error ? errorsOf(send.error) : [];
  const errors = Object.fromEntries(lines.map(({ field, message }) => [field, message]));
  const record = (decision: RecordSharing['decision']) => {
    setAttempt((n) => n + 1);
    const whole = { ...(only ? { subjectId: only } : {}), ...form };
    void kept
      .flush()
      .then(() => send.mutateAsync(commandOf(whole, decision, emergency)))
      .then((saved) => {
        kept.settled(saved.sharedAt);
        void navigate(`/sharing/${saved.id}`, { replace: true });
      })
      .catch(() => undefined);
  };
  return (
    <>
      <PageTitle
        title={w(emergency ? 'sharingOut.emergencyTitle' : 'sharingOut.title')}
        note={w(emergency ? 'sharingOut.emergencyNote' : 'sharingOut.note')}
        actions={
          <Button kind="neutral" onClick={() => change({ emergency: !emergency })}>
            {w(emergency ? 'sharingOut.questionsAgain' : 'sharingOut.emergency')}
          </Button>
        }
      />
      <Stack>
        <Notice kind="amber">
          <p>{w('sharingOut.danger')}</p>
          <Button kind="quiet" size="small" to={`/safeguarding/refer?case=${caseId}`}>
            {w('sharingOut.refer')}
          </Button>
        </Notice>
        {!emergency && <Questions answers={answers} onChange={(next) => change({ answers: next })} />}
        <ErrorSummary errors={lines} attempt={attempt} />
        {send.error && lines.length === 0 && <Notice kind="red">{say(send.error)}</Notice>}
        {send.error?.code === 'R13_NO_GROUND' && <WaysOut problem={send.error} caseId={caseId} />}
        {outcome === 'SHARE' && (
          <Card>
            <FieldStack data-emergency={emergency}>
              <ShareFields
                caseId={caseId}
                form={form}
                onChange={fill}
                errors={errors}
                children={kids}
                sharing
              />
              {emergency ? (
                <ToldFields value={form} onChange={fill} errors={errors} why={false} />
              ) : (
                <DetailFields value={form} onChange={fill} errors={errors} />
              )}
            </FieldStack>
          </Card>
        )}
        {outcome === 'DO_NOT_SHARE' && (
          <Card>
            <FieldStack>
              <ShareFields
                caseId={caseId}
                form={form}
                onChange={fill}
                errors={errors}
                children={kids}
                sharing={false}
              />
              <TextArea
                name="whyNeeded"
                label={w('sharingOut.whyNot')}
                rows={4}
                maxLength={4000}
                value={form.whyNeeded ?? ''}
                error={errors['whyNeeded']}
                onChange={(event) => fill({ whyNeeded: event.target.value })}
              />
            </FieldStack>
          </Card>
        )}
        <Actions>
          {outcome === 'SHARE' && (
            <Button kind="filled" disabled={send.isPending} onClick={() => record('SHARED')}>
              {w('sharingOut.share')}
            </Button>
          )}
          {outcome === 'DO_NOT_SHARE' && (
            <Button kind="filled" disabled={send.isPending} onClick={() => record('NOT_SHARED')}>
              {w('sharingOut.keep')}
            </Button>
          )}
          <Button kind="quiet" to={`/cases/${caseId}`}>
            {w('sharingOut.back')}
          </Button>
          <SavedLine state={kept.state} />
        </Actions>
      </Stack>
    </>
  );
}

/** Nobody is left without a next step when there is no ground. */
function WaysOut({ problem, caseId }: { problem: Problem; caseId: string }) {
  const w = useWords();
  const ways = (problem.data['waysOut'] ?? []) as string[];
  const places: Record<string, string> = {
    SAFEGUARDING_REFERRAL: `/safeguarding/refer?case=${caseId}`,
    ASK_FOR_AGREEMENT: `/cases/${caseId}/agreement`,
  };
  return (
    <Card title={w('sharingOut.noGround')}>
      <Actions>
        {ways.map((way) =>
          places[way] ? (
            <Button key={way} kind="neutral" to={places[way]}>
              {w(`sharingOut.ways.${way as 'ASK_FOR_AGREEMENT'}`)}
            </Button>
          ) : null,
        )}
      </Actions>
    </Card>
  );
}

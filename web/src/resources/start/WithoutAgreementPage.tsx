import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import type { CaseView } from '@encircle/shared/cases';
import type { MoveAnswerView, MoveEpisode } from '@encircle/shared/episodes';
import { useWords } from '@web/i18n/useWords';
import { Loaded } from '@web/layout/Loaded';
import { useProblemWords } from '@web/pages/useProblemWords';
import { inTheWay } from '@web/providers/problem';
import { useMe } from '@web/providers/me';
import { useGet, useSend } from '@web/providers/useGet';
import { LevelHelpReference, levelOptions, useCaseLevel } from '@web/resources/levels/LevelHelpReference';
import { Button } from '@web/ui/Button';
import { ErrorSummary } from '@web/ui/ErrorSummary';
import { Notice } from '@web/ui/Notice';
import { PageTitle } from '@web/ui/PageTitle';
import { RadioGroup } from '@web/ui/RadioGroup';
import { FieldStack, Stack } from '@web/ui/layout';
import { NO_REFUSAL } from './decision.model';
import { RefusalFields } from './RefusalFields';

/** When the family says no, or nobody can be reached: what goes on, what ends, and when to ask again (rule 5.5). */
export default function WithoutAgreementPage() {
  const { caseId = '' } = useParams();
  const w = useWords();
  const query = useGet<CaseView>(`/episodes/${caseId}`);
  return (
    <>
      <PageTitle title={w('start.without.title')} note={w('start.without.note')} />
      <Loaded query={query}>
        {(view) => (view.state === 'TAP' ? <AskAgain view={view} /> : <Decide view={view} />)}
      </Loaded>
    </>
  );
}

const useMove = (caseId: string) =>
  useSend<MoveEpisode, MoveAnswerView>(`/episodes/${caseId}/moves`, { refresh: [`/episodes/${caseId}`] });

function AskAgain({ view }: { view: CaseView }) {
  const w = useWords();
  const say = useProblemWords();
  const go = useNavigate();
  const send = useMove(view.id);
  return (
    <Stack>
      <p>{w('start.without.againNote')}</p>
      {send.error && <Notice kind="red">{send.error.detail || say(send.error)}</Notice>}
      <div>
        <Button
          kind="filled"
          disabled={send.isPending}
          onClick={() =>
            send.mutate(
              { transition: 'T09', version: view.version },
              { onSuccess: () => void go(`/cases/${view.id}/agreement`) },
            )
          }
        >
          {w('start.without.again')}
        </Button>
      </div>
    </Stack>
  );
}

function Decide({ view }: { view: CaseView }) {
  const w = useWords();
  const say = useProblemWords();
  const go = useNavigate();
  const { membership } = useMe();
  const send = useMove(view.id);
  const [refusal, setRefusal] = useState(NO_REFUSAL);
  const [transition, setTransition] = useState<'T06' | 'T08'>('T06');
  const [attempt, setAttempt] = useState(0);
  const approves = membership.role === 'AMGR';
  const level = useCaseLevel(view.id, 'WITHOUT_AGREEMENT');
  const decide = (body: Omit<MoveEpisode, 'version'>) => {
    setAttempt((count) => count + 1);
    send.mutate(
      { ...body, version: view.version },
      { onSuccess: ({ moved }) => (moved ? void go(`/cases/${view.id}`) : undefined) },
    );
  };
  const errors = [...level.errors, ...(send.error ? inTheWay(send.error, say) : [])];
  const record = async () => {
    if (transition !== 'T08' || (await level.keep(refusal.level))) decide({ transition, refusal });
  };
  return (
    <Stack>
      <ErrorSummary errors={errors} attempt={attempt + level.attempt} />
      {send.data?.moved === false && <Notice kind="good">{w('start.waiting')}</Notice>}
      {approves ? (
        <>
          <p>{w('start.without.approveNote')}</p>
          <div>
            <Button kind="filled" disabled={send.isPending} onClick={() => decide({ transition: 'T06' })}>
              {w('start.without.approve')}
            </Button>
          </div>
        </>
      ) : (
        <FieldStack>
          <RadioGroup
            name="transition"
            label={w('start.without.what')}
            options={[
              { value: 'T06', label: w('start.without.goOn'), hint: w('start.without.goOnHint') },
              { value: 'T08', label: w('start.without.end'), hint: w('start.without.endHint') },
            ]}
            value={transition}
            onChange={(value) => setTransition(value as 'T06' | 'T08')}
          />
          {transition === 'T08' && (
            <RadioGroup
              name="level"
              label={w('start.without.level')}
              options={levelOptions(level.document)}
              value={refusal.level === undefined ? null : String(refusal.level)}
              onChange={(value) => setRefusal({ ...refusal, level: Number(value) })}
            />
          )}
          {transition === 'T08' && (
            <LevelHelpReference
              helping={level}
              level={refusal.level ?? null}
              caseId={view.id}
              onLevel={(chosen) => setRefusal({ ...refusal, level: chosen })}
            />
          )}
          <RefusalFields value={refusal} onChange={setRefusal} />
          <div>
            <Button kind="filled" disabled={send.isPending} onClick={() => void record()}>
              {w('start.without.save')}
            </Button>
          </div>
        </FieldStack>
      )}
    </Stack>
  );
}

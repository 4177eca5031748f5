import { useEffect, useMemo, useState } from 'react';
import type { AgreementsView, RecordAgreement } from '@encircle/shared/consents';
import type { TeamView } from '@encircle/shared/episodes';
import type { UploadView } from '@encircle/shared/documents';
import type { JoinRequestView } from '@encircle/shared/joining';
import { formatLong } from '@encircle/shared/dates';
import { useWords } from '@web/i18n/useWords';
import { useAutosave } from '@web/journeys/caf/useAutosave';
import type { KeptPlace } from '@web/journeys/caf/kept-text';
import { useProblemWords } from '@web/pages/useProblemWords';
import { api } from '@web/providers/http';
import { serverNow, useMe, useToday } from '@web/providers/me';
import { errorsOf, Problem } from '@web/providers/problem';
import { useSend } from '@web/providers/useGet';
import { Button } from '@web/ui/Button';
import { ErrorSummary, type FormError } from '@web/ui/ErrorSummary';
import { Actions, Stack } from '@web/ui/layout';
import { PageTitle } from '@web/ui/PageTitle';
import { SavedLine } from '@web/ui/SavedLine';
import { kindsOf, rowsFor, termsOf, type Draft, type Step } from './agreement.model';
import { fieldOf, shareErrors, talkErrors, toCommand, usualUntil, whoErrors } from './command';
import type { Signature } from './SignaturePad';
import { StepCopy } from './StepCopy';
import { Steps } from './Steps';
import { useStatement } from './useStatement';
import { StepShare } from './StepShare';
import { StepTalk } from './StepTalk';
import { StepWho } from './StepWho';

export interface AgreementFormProps {
  caseId: string;
  view: AgreementsView;
  team: TeamView;
  /** Colleagues who ask to join: their services are asked about too. */
  askers: readonly JoinRequestView[];
  begin: Draft;
  /** When what is taken up again was kept; null for a new start. */
  savedBefore: string | null;
  place: KeptPlace;
}

/** Four steps: who agrees, what was explained, what and with whom, the copy. Nothing typed is lost on the way. */
export function AgreementForm({ caseId, view, team, askers, begin, savedBefore, place }: AgreementFormProps) {
  const w = useWords();
  const say = useProblemWords();
  const today = useToday();
  const me = useMe();
  const [draft, setDraft] = useState(begin);
  const [signature, setSignature] = useState<Signature | null>(null);
  const [paper, setPaper] = useState<UploadView | null>(null);
  const [errors, setErrors] = useState<FormError[]>([]);
  const [attempt, setAttempt] = useState(0);
  const [saved, setSaved] = useState<AgreementsView | null>(null);
  const autosave = useAutosave(place, 0, savedBefore, w('consent.notSaved'));
  const send = useSend<RecordAgreement, AgreementsView>(`/episodes/${caseId}/consents`, {
    refresh: [`/episodes/${caseId}`],
  });
  const statement = useStatement(draft);
  const subject = view.subjects.find(({ personId }) => personId === draft.subjectId) ?? view.subjects[0];
  const giver = subject?.givers.find(({ personId }) => personId === draft.giverId);
  const name = giver?.chosenName ?? '';
  const byField = useMemo(
    () => new Map(errors.flatMap(({ field, message }) => (field ? [[field, message] as const] : []))),
    [errors],
  );
  useEffect(() => window.scrollTo({ top: 0 }), [draft.step]);
  if (!subject) return null;

  const put = (next: Draft) => {
    setDraft(next);
    autosave.changed(JSON.stringify(next));
  };
  const sign = (made: Signature | null) => {
    setSignature(made);
    setErrors((old) => old.filter(({ field }) => field !== 'signature'));
  };
  const change = (part: Partial<Draft>) => put({ ...draft, ...part });
  const words = {
    choose: w('consent.who.choose'),
    explain: {
      recording: w('consent.talk.missing.recording'),
      sharing: w('consent.talk.missing.sharing'),
      withoutAgreement: w('consent.talk.missing.withoutAgreement'),
    },
    competence: w('consent.competence.missing'),
    bestInterests: w('consent.bestInterests.missing'),
    noLines: w('consent.share.noLines'),
    noPurpose: w('consent.share.noPurpose'),
    sign: w('consent.sign.missing', { name }),
  };
  const go = (step: Step, wrong: FormError[]) => {
    setAttempt((n) => n + 1);
    setErrors(wrong);
    if (wrong.length === 0) put({ ...(step === 'share' ? withRows() : draft), step });
  };
  const withRows = (): Draft => {
    const standing = view.lines.filter(
      (line) =>
        line.status === 'ACTIVE' &&
        line.giverPersonId === draft.giverId &&
        line.subjectId === draft.subjectId,
    );
    const { agencyId, agencyName } = me.membership;
    const own = {
      userId: me.user.id,
      name: me.user.fullName,
      agencyId: agencyId ?? '',
      agency: agencyName ?? '',
    };
    const rows = draft.rows.length > 0 ? draft.rows : rowsFor([own, ...team.members, ...askers], standing);
    const names = new Map(subject.givers.map((each) => [each.personId, each.chosenName]));
    const kinds = draft.kinds.length > 0 ? draft.kinds : kindsOf(standing, names);
    const again = draft.rows.length === 0 ? termsOf(standing) : {};
    return { ...draft, ...again, rows, kinds, until: draft.until || usualUntil(draft, today) };
  };
  const save = async () => {
    if (!giver) return go('who', [{ field: 'giverPersonId', message: words.choose }]);
    setAttempt((n) => n + 1);
    const command = toCommand(draft, giver, statement.data ?? null, signature, paper);
    const wrong = shareErrors(draft, command, today, words);
    setErrors(wrong);
    if (wrong.length > 0) return;
    try {
      const answer = await send.mutateAsync(command);
      autosave.settled(serverNow());
      await api(`/drafts/${place.form}/${place.recordId}/${place.section}`, { method: 'DELETE' }).catch(
        () => undefined,
      );
      setSaved(answer);
      setDraft({ ...draft, step: 'copy' });
    } catch (error) {
      const fields = error instanceof Problem ? errorsOf(error, (path) => fieldOf(path, draft)) : [];
      setErrors(fields.length > 0 ? fields : [{ message: say(error) }]);
    }
  };

  const step = { draft, subject, subjects: view.subjects, giver, errors: byField, onChange: change };
  return (
    <>
      <PageTitle
        title={name ? w('consent.title', { name }) : w('consent.titleOpen')}
        tab={w('consent.titleOpen')}
        kicker={w('consent.kicker', { child: subject.name, date: formatLong(today) })}
        actions={<SavedLine state={autosave.state} />}
      />
      <Steps now={draft.step} name={name} />
      <Stack>
        <ErrorSummary errors={errors} attempt={attempt} />
        {draft.step === 'who' && <StepWho {...step} />}
        {draft.step === 'talk' && <StepTalk draft={draft} giver={name} errors={byField} onChange={change} />}
        {draft.step === 'share' && (
          <StepShare
            {...step}
            giver={name}
            child={subject.name}
            giverId={draft.giverId}
            episodeId={caseId}
            worker={me.user.fullName}
            statement={statement.data?.version ?? ''}
            signature={signature}
            onSign={sign}
            paper={paper}
            onPaper={setPaper}
          />
        )}
        {draft.step === 'copy' && saved && (
          <StepCopy caseId={caseId} giverId={draft.giverId} giver={name} child={subject.name} />
        )}
        <Buttons
          step={draft.step}
          name={name}
          busy={send.isPending}
          draft={draft}
          onGo={go}
          onSave={() => void save()}
          who={() => whoErrors(draft, giver, words)}
          talk={() => talkErrors(draft, words)}
        />
      </Stack>
    </>
  );
}

interface ButtonsProps {
  step: Step;
  name: string;
  busy: boolean;
  draft: Draft;
  who: () => FormError[];
  talk: () => FormError[];
  onGo: (step: Step, wrong: FormError[]) => void;
  onSave: () => void;
}

function Buttons({ step, name, busy, who, talk, onGo, onSave }: ButtonsProps) {
  const w = useWords();
  if (step === 'copy') return null;
  return (
    <Actions style={{ justifyContent: 'space-between' }}>
      {step === 'who' ? (
        <span />
      ) : (
        <Button kind="neutral" size="large" onClick={() => onGo(step === 'share' ? 'talk' : 'who', [])}>
          {w('consent.back')}
        </Button>
      )}
      {step === 'share' ? (
        <Button kind="filled" size="large" disabled={busy} onClick={onSave}>
          {w(busy ? 'consent.sign.saving' : 'consent.sign.save', { name })}
        </Button>
      ) : (
        <Button
          kind="filled"
          size="large"
          onClick={() => (step === 'who' ? onGo('talk', who()) : onGo('share', talk()))}
        >
          {w('consent.next')}
        </Button>
      )}
    </Actions>
  );
}

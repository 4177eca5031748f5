import { useEffect, useMemo, useState, type ReactNode } from 'react';
import type { AgreementsView, RecordAgreement } from '@encircle/shared/consents';
import type { TeamMemberView } from '@encircle/shared/episodes';
import type { UploadView } from '@encircle/shared/documents';
import { formatLong } from '@encircle/shared/dates';
import { useWords } from '@web/i18n/useWords';
import { useAutosave } from '@web/journeys/caf/useAutosave';
import type { KeptPlace } from '@web/journeys/caf/kept-text';
import { useProblemWords } from '@web/pages/useProblemWords';
import { api } from '@web/providers/http';
import { serverNow, useMe, useToday } from '@web/providers/me';
import { inTheWay } from '@web/providers/problem';
import { Button } from '@web/ui/Button';
import { ErrorSummary, type FormError } from '@web/ui/ErrorSummary';
import { Actions, Stack } from '@web/ui/layout';
import { PageTitle } from '@web/ui/PageTitle';
import { SavedLine } from '@web/ui/SavedLine';
import { kindsOf, rowsFor, termsOf, withNewcomers, type Draft, type Step } from './agreement.model';
import { fieldOf, shareErrors, talkErrors, toCommand, usualUntil, whoErrors } from './command';
import type { Signature } from './SignaturePad';
import type { AskEffects } from './EffectPanel';
import { StepCopy } from './StepCopy';
import { Steps } from './Steps';
import { useStatement } from './useStatement';
import { StepShare } from './StepShare';
import { StepTalk } from './StepTalk';
import { StepWho } from './StepWho';

export interface AgreementFormProps {
  view: AgreementsView;
  /** Colleagues whose services are asked about from the beginning, beside one's own. */
  people: readonly Pick<TeamMemberView, 'userId' | 'name' | 'agencyId' | 'agency'>[];
  effects: AskEffects;
  /** Saves the act; throws what the API answered. @returns the case it belongs to */
  save: (act: RecordAgreement) => Promise<string>;
  busy: boolean;
  /** Where the first step leads back to. */
  before?: () => void;
  /** Said above the copy. */
  saved?: ReactNode;
  begin: Draft;
  /** When what is taken up again was kept; null for a new start. */
  savedBefore: string | null;
  place: KeptPlace;
}

/** Four steps: who agrees, what was explained, what and with whom, the copy. Nothing typed is lost on the way. */
export function AgreementForm(props: AgreementFormProps) {
  const { view, people, begin, savedBefore, place } = props;
  const w = useWords();
  const say = useProblemWords();
  const today = useToday();
  const me = useMe();
  const [draft, setDraft] = useState(begin);
  const [signature, setSignature] = useState<Signature | null>(null);
  const [paper, setPaper] = useState<UploadView | null>(null);
  const [errors, setErrors] = useState<FormError[]>([]);
  const [attempt, setAttempt] = useState(0);
  const [savedIn, setSavedIn] = useState<string | null>(null);
  const autosave = useAutosave(place, 0, savedBefore, w('consent.notSaved'));
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
    const rows = withNewcomers(draft.rows, rowsFor([own, ...people], standing));
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
      // A draft saved after the agreement itself would be taken up again as if it had not been given.
      await autosave.flush();
      const caseId = await props.save(command);
      autosave.settled(serverNow());
      await api(`/drafts/${place.form}/${place.recordId}/${place.section}`, { method: 'DELETE' }).catch(
        () => undefined,
      );
      setSavedIn(caseId);
      setDraft({ ...draft, step: 'copy' });
    } catch (error) {
      setErrors(inTheWay(error, say, (path) => fieldOf(path, draft)));
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
            effects={props.effects}
            worker={me.user.fullName}
            statement={statement.data?.version ?? ''}
            signature={signature}
            onSign={sign}
            paper={paper}
            onPaper={setPaper}
          />
        )}
        {draft.step === 'copy' && savedIn && (
          <>
            {props.saved}
            <StepCopy caseId={savedIn} giverId={draft.giverId} giver={name} child={subject.name} />
          </>
        )}
        <Buttons
          step={draft.step}
          name={name}
          busy={props.busy}
          before={props.before}
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
  before: (() => void) | undefined;
  draft: Draft;
  who: () => FormError[];
  talk: () => FormError[];
  onGo: (step: Step, wrong: FormError[]) => void;
  onSave: () => void;
}

function Buttons({ step, name, busy, before, who, talk, onGo, onSave }: ButtonsProps) {
  const w = useWords();
  if (step === 'copy') return null;
  return (
    <Actions style={{ justifyContent: 'space-between' }}>
      {step === 'who' && !before ? (
        <span />
      ) : (
        <Button
          kind="neutral"
          size="large"
          onClick={() => (step === 'who' ? before?.() : onGo(step === 'share' ? 'talk' : 'who', []))}
        >
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

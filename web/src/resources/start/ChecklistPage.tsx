import { useMemo, useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { fillTerms, PRE_CAF_CHECKS, PRE_CAF_OUTCOMES, type LevelOfNeed } from '@encircle/shared/codes';
import {
  CHECK_DOMAINS,
  checklistProblems,
  type Checklist,
  type ChecklistView,
  type EpisodeStateView,
  type MoveAnswerView,
  type MoveEpisode,
} from '@encircle/shared/episodes';
import { useWords } from '@web/i18n/useWords';
import { Loaded } from '@web/layout/Loaded';
import { useProblemWords } from '@web/pages/useProblemWords';
import { inTheWay } from '@web/providers/problem';
import { api } from '@web/providers/http';
import type { KeptPlace } from '@web/journeys/caf/kept-text';
import { useHalfWritten, type HalfWritten } from '@web/journeys/caf/useHalfWritten';
import { useKeptForm } from '@web/journeys/caf/useKeptForm';
import { serverNow, useMe, useToday } from '@web/providers/me';
import { useGet } from '@web/providers/useGet';
import {
  LevelHelpReference,
  levelOf,
  levelOptions,
  useCaseLevel,
} from '@web/resources/levels/LevelHelpReference';
import { Button } from '@web/ui/Button';
import { CheckBox } from '@web/ui/CheckList';
import { DateField } from '@web/ui/DateField';
import { ErrorSummary, type FormError } from '@web/ui/ErrorSummary';
import { Notice } from '@web/ui/Notice';
import { PageTitle } from '@web/ui/PageTitle';
import { RadioGroup } from '@web/ui/RadioGroup';
import { SavedLine, type SavedState } from '@web/ui/SavedLine';
import { Actions, FieldStack, Stack } from '@web/ui/layout';
import { SkeletonRows } from '@web/ui/Skeleton';
import { TextArea } from '@web/ui/TextArea';
import { answered, moveFor, NO_REFUSAL, withCheck, type Refusal } from './decision.model';
import { RefusalFields } from './RefusalFields';

/** All that is wanted of the case: the version a move must name. */
type CaseHead = Pick<EpisodeStateView, 'version'>;

/** Ten minutes before anything else: is a full assessment the right help? */
export default function ChecklistPage() {
  const { caseId = '' } = useParams();
  const { user } = useMe();
  const query = useGet<ChecklistView>(`/episodes/${caseId}/checklist`);
  const head = useGet<CaseHead>(`/episodes/${caseId}`);
  const place = useMemo<KeptPlace>(
    () => ({ userId: user.id, form: 'checklist', recordId: caseId, section: 'checklist' }),
    [user.id, caseId],
  );
  const half = useHalfWritten(place);
  const w = useWords();
  return (
    <>
      <PageTitle title={w('start.title')} note={w('start.note')} />
      <Loaded query={query}>
        {(view) => (
          <Loaded query={head}>
            {(opened) =>
              half === undefined ? (
                <SkeletonRows />
              ) : (
                <Editor caseId={caseId} stored={view} version={opened.version} place={place} half={half} />
              )
            }
          </Loaded>
        )}
      </Loaded>
    </>
  );
}

interface EditorProps {
  caseId: string;
  stored: ChecklistView;
  version: number;
  place: KeptPlace;
  half: HalfWritten | null;
}

function Editor({ caseId, stored, version, place, half }: EditorProps) {
  const w = useWords();
  const say = useProblemWords();
  const today = useToday();
  const go = useNavigate();
  const form = useKeptForm<Checklist>(place, half, stored.checklist);
  const { value: list, set: setList } = form;
  const [at, setAt] = useState(stored.version);
  const [refusal, setRefusal] = useState<Refusal>(NO_REFUSAL);
  const [errors, setErrors] = useState<FormError[]>([]);
  const [attempt, setAttempt] = useState(0);
  const [failed, setFailed] = useState<SavedState | null>(null);
  const [note, setNote] = useState<string | null>(null);
  const [need, setNeed] = useState<LevelOfNeed | null>(null);
  const level = useCaseLevel(caseId, 'CHECKLIST');
  const set = (over: Partial<Checklist>) => setList((now) => ({ ...now, ...over }));
  const yesNo = (
    key: 'needsClear' | 'ownServiceCanMeet' | 'oneOtherServiceCanMeet' | 'familyAware',
    label: string,
  ) => (
    <RadioGroup
      name={key}
      label={label}
      options={[
        { value: 'yes', label: w('start.yes') },
        { value: 'no', label: w('start.no') },
      ]}
      value={list[key] === undefined ? null : list[key] ? 'yes' : 'no'}
      onChange={(value) => set({ [key]: value === 'yes' })}
    />
  );
  const area = (
    key: 'strengths' | 'tried' | 'servicesInvolved' | 'familyView' | 'rationale',
    label: string,
    hint?: string,
  ) => (
    <TextArea
      name={key}
      label={label}
      {...(hint ? { hint } : {})}
      rows={2}
      value={list[key] ?? ''}
      onChange={(event) => set({ [key]: event.target.value })}
    />
  );
  const save = async (): Promise<boolean> => {
    setFailed(null);
    await form.flush();
    try {
      const answer = await api<ChecklistView>(`/episodes/${caseId}/checklist`, {
        method: 'PUT',
        body: { ...answered(list), version: at },
      });
      setAt(answer.version);
      form.settled(answer.savedAt ?? serverNow());
      return true;
    } catch (error) {
      setFailed({ kind: 'failed', why: say(error) });
      return false;
    }
  };
  const decide = async () => {
    setAttempt((count) => count + 1);
    setNote(null);
    const missing = checklistProblems(answered(list), today);
    setErrors(missing.map(({ field, words }) => ({ field, message: words })));
    if (missing.length > 0 || !(await level.keep(need)) || !(await save())) return;
    const transition = moveFor(list.outcome);
    if (transition === null) {
      void go(`/safeguarding/refer?case=${caseId}`);
      return;
    }
    try {
      const body: MoveEpisode = { transition, version, ...(transition === 'T06' ? { refusal } : {}) };
      const answer = await api<MoveAnswerView>(`/episodes/${caseId}/moves`, { method: 'POST', body });
      if (answer.moved) void go(`/cases/${caseId}`);
      else setNote(w('start.waiting'));
    } catch (error) {
      setErrors(inTheWay(error, say));
    }
  };
  return (
    <Stack>
      <ErrorSummary errors={[...level.errors, ...errors]} attempt={attempt + level.attempt} />
      {note && <Notice kind="good">{note}</Notice>}
      <FieldStack>
        {CHECK_DOMAINS.map((domain) => {
          const check = list.checks.find((each) => each.domain === domain);
          return (
            <div key={domain}>
              <RadioGroup
                name={`checks.${domain}`}
                label={w(`start.domains.${domain}`)}
                hint={w(`start.hints.${domain}`)}
                options={PRE_CAF_CHECKS.rows.map(({ code, label }) => ({ value: code, label }))}
                value={check?.answer ?? null}
                onChange={(answer) => setList((now) => withCheck(now, domain, { answer }))}
              />
              {check && check.answer !== 'YES' && check.answer !== '' && (
                <TextArea
                  name={`checks.${domain}.concern`}
                  label={w('start.concern')}
                  rows={2}
                  value={check.concern ?? ''}
                  onChange={(event) =>
                    setList((now) => withCheck(now, domain, { concern: event.target.value }))
                  }
                />
              )}
            </div>
          );
        })}
        {area('strengths', w('start.strengths'))}
        {area('tried', w('start.tried'))}
        {area('servicesInvolved', w('start.services'))}
        {yesNo('needsClear', w('start.needsClear'))}
        {yesNo('ownServiceCanMeet', w('start.ownService'))}
        {yesNo('oneOtherServiceCanMeet', w('start.oneService'))}
        {yesNo('familyAware', w('start.aware'))}
        {area('familyView', w('start.view'))}
        <RadioGroup
          name="level"
          label={w('levels.checklist')}
          hint={w('levels.checklistHint')}
          optional={w('levels.ifYouCan')}
          options={levelOptions(level.document)}
          value={need === null ? null : String(need)}
          onChange={(chosen) => setNeed(levelOf(chosen))}
        />
        <LevelHelpReference helping={level} level={need} caseId={caseId} onLevel={setNeed} />
        <RadioGroup
          name="outcome"
          label={w('start.outcome')}
          options={PRE_CAF_OUTCOMES.rows.map(({ code, label }) => ({ value: code, label: fillTerms(label) }))}
          value={list.outcome}
          onChange={(outcome) => set({ outcome })}
        />
        {area('rationale', w('start.rationale'), w('start.rationaleHint'))}
        <DateField
          name="decidedOn"
          label={w('start.decidedOn')}
          value={list.decidedOn ?? ''}
          onChange={(decidedOn) => set({ decidedOn: decidedOn === '' ? undefined : decidedOn })}
        />
        <CheckBox
          name="managerDiscussed"
          label={w('start.manager')}
          checked={list.managerDiscussed ?? false}
          onChange={(managerDiscussed) => set({ managerDiscussed })}
        />
        {list.outcome === 'CONSULT_TAP' && <RefusalFields value={refusal} onChange={setRefusal} />}
      </FieldStack>
      <Actions>
        <Button kind="filled" onClick={() => void decide()}>
          {w(`start.decide.${(list.outcome ?? 'none') as 'none'}`)}
        </Button>
        <Button kind="neutral" onClick={() => void save()}>
          {w('start.save')}
        </Button>
        <SavedLine state={failed ?? form.state} />
      </Actions>
    </Stack>
  );
}

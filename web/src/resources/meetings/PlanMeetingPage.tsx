import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import {
  labelOf,
  MEETING_MODES,
  MEETING_TYPES,
  PROFESSIONAL_ROLES,
  RELATIONSHIPS,
} from '@encircle/shared/codes';
import { meetingWarnings, type MeetingView } from '@encircle/shared/meetings';
import type { PlanPerson, PlanView } from '@encircle/shared/plans';
import { Loaded } from '@web/layout/Loaded';
import { useWords } from '@web/i18n/useWords';
import { useProblemWords } from '@web/pages/useProblemWords';
import { useMe, useToday } from '@web/providers/me';
import { errorsOf, Problem } from '@web/providers/problem';
import { useGet, useSend } from '@web/providers/useGet';
import { RecipientReference } from '@web/resources/agreements/RecipientReference';
import { Button } from '@web/ui/Button';
import { Card, CardLines } from '@web/ui/Card';
import { CheckList } from '@web/ui/CheckList';
import { DateField } from '@web/ui/DateField';
import { Disclosure } from '@web/ui/Disclosure';
import { ErrorSummary, type FormError } from '@web/ui/ErrorSummary';
import { FieldStack, Stack } from '@web/ui/layout';
import { Notice } from '@web/ui/Notice';
import { PageTitle } from '@web/ui/PageTitle';
import { Select } from '@web/ui/Select';
import { TextInput } from '@web/ui/TextInput';
import { CaseLink } from '@web/layout/CaseLink';
import { commandOf, EMPTY, idOfPath, keyOf, likelyTypes, type PlanForm } from './plan-form.model';

/** A date, a way, and who is asked. The team and the family come from the plan, which knows whom the reader may see. */
export default function PlanMeetingPage() {
  const { caseId = '' } = useParams();
  const plan = useGet<PlanView>(`/episodes/${caseId}/plan`);
  return <Loaded query={plan}>{(view) => <Form key={view.episodeId} view={view} />}</Loaded>;
}

function Form({ view }: { view: PlanView }) {
  const w = useWords();
  const say = useProblemWords();
  const go = useNavigate();
  const today = useToday();
  const { user } = useMe();
  const [form, setForm] = useState<PlanForm>(() => ({
    ...EMPTY,
    type: likelyTypes(view.state)[0] ?? '',
    date: view.nextReviewDue ?? '',
    chairId: view.people.some((each) => each.id === user.id) ? user.id : '',
    people: view.people.map(keyOf).filter((key) => key.startsWith('WORKER')),
  }));
  const [errors, setErrors] = useState<FormError[]>([]);
  const [attempt, setAttempt] = useState(0);
  const send = useSend<unknown, MeetingView>(`/episodes/${view.episodeId}/meetings`, {
    refresh: [`/episodes/${view.episodeId}`, '/my/'],
  });
  const set = (part: Partial<PlanForm>) => setForm((old) => ({ ...old, ...part }));
  const errorOf = (field: string) => errors.find((each) => each.field === field)?.message;
  const workers = view.people.filter((each) => each.kind === 'WORKER');
  const family = view.people.filter((each) => each.kind === 'FAMILY');
  const real = /^\d{4}-\d\d-\d\d$/.test(form.date);
  const warnings = real ? meetingWarnings(form.date, today, view.nextReviewDue) : [];
  const submit = async () => {
    setAttempt((n) => n + 1);
    try {
      const made = await send.mutateAsync(commandOf(form));
      void go(`/meetings/${made.id}`);
    } catch (error) {
      const found = error instanceof Problem ? errorsOf(error, (path) => idOfPath(path, form)) : [];
      setErrors(found.length > 0 ? found : [{ message: say(error) }]);
    }
  };
  const chosen = (group: 'FAMILY' | 'WORKER') => form.people.filter((key) => key.startsWith(group));
  const choose = (group: 'FAMILY' | 'WORKER', keys: string[]) =>
    set({ people: [...form.people.filter((key) => !key.startsWith(group)), ...keys] });
  const people = workers.map((each) => ({ value: each.id, label: each.name }));
  return (
    <>
      <PageTitle
        title={w('meetings.form.title')}
        kicker={<CaseLink caseId={view.episodeId} name={view.child.name} />}
        note={w('meetings.form.note')}
      />
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <Stack>
          <ErrorSummary errors={errors} attempt={attempt} />
          <Card>
            <FieldStack>
              <Select
                name="type"
                label={w('meetings.form.type')}
                error={errorOf('type')}
                empty={false}
                options={likelyTypes(view.state).map((code) => ({
                  value: code,
                  label: labelOf(MEETING_TYPES, code),
                }))}
                value={form.type}
                onChange={(event) => set({ type: event.target.value })}
              />
              <DateField
                name="date"
                label={w('meetings.form.date')}
                error={errorOf('date')}
                value={form.date}
                onChange={(date) => set({ date })}
              />
              {warnings.length > 0 && (
                <Notice kind="amber">
                  <strong>{w('meetings.form.think')}</strong>{' '}
                  {warnings.map((each) => `${each.words}.`).join(' ')}
                </Notice>
              )}
              <TextInput
                name="time"
                label={w('meetings.form.time')}
                hint={w('meetings.form.timeHint')}
                error={errorOf('time')}
                value={form.time}
                onChange={(event) => set({ time: event.target.value })}
              />
              <TextInput
                name="durationMinutes"
                inputMode="numeric"
                label={w('meetings.form.length')}
                error={errorOf('durationMinutes')}
                value={form.durationMinutes}
                onChange={(event) => set({ durationMinutes: event.target.value })}
              />
              <Select
                name="mode"
                label={w('meetings.form.mode')}
                empty={false}
                error={errorOf('mode')}
                options={MEETING_MODES.rows.map((row) => ({ value: row.code, label: row.label }))}
                value={form.mode}
                onChange={(event) => set({ mode: event.target.value })}
              />
              <TextInput
                name="place"
                label={w('meetings.form.place')}
                optional={w('meetings.ifAny')}
                error={errorOf('place')}
                value={form.place}
                onChange={(event) => set({ place: event.target.value })}
              />
              <CheckList
                name="family"
                label={w('meetings.form.family')}
                hint={w('meetings.form.family_hint')}
                error={errorOf('family')}
                options={family.map((each) => ({ value: keyOf(each), label: each.name, hint: hintOf(each) }))}
                value={chosen('FAMILY')}
                onChange={(keys) => choose('FAMILY', keys)}
              />
              {workers.length === 0 && <Notice>{w('meetings.form.nobody')}</Notice>}
              <CheckList
                name="workers"
                label={w('meetings.form.workers')}
                error={errorOf('workers')}
                options={workers.map((each) => ({
                  value: keyOf(each),
                  label: each.name,
                  hint: hintOf(each),
                }))}
                value={chosen('WORKER')}
                onChange={(keys) => choose('WORKER', keys)}
              />
              <Disclosure summary={w('meetings.form.mayKnow')}>
                <CardLines>
                  {workers
                    .filter((each) => each.id !== user.id && form.people.includes(keyOf(each)))
                    .map((each) => (
                      <li key={each.id}>
                        <strong>{each.name}</strong>
                        <RecipientReference caseId={view.episodeId} userId={each.id} />
                      </li>
                    ))}
                </CardLines>
              </Disclosure>
              <Select
                name="chairId"
                label={w('meetings.form.chair')}
                error={errorOf('chairId')}
                options={people}
                value={form.chairId}
                onChange={(event) => set({ chairId: event.target.value })}
              />
              <Select
                name="minuteTakerId"
                label={w('meetings.form.minuteTaker')}
                optional={w('meetings.ifAny')}
                error={errorOf('minuteTakerId')}
                options={people}
                value={form.minuteTakerId}
                onChange={(event) => set({ minuteTakerId: event.target.value })}
              />
              <div>
                <Button kind="filled" size="large" type="submit" disabled={send.isPending}>
                  {w('meetings.form.submit')}
                </Button>
              </div>
            </FieldStack>
          </Card>
        </Stack>
      </form>
    </>
  );
}

function hintOf(person: PlanPerson): string {
  if (person.kind === 'FAMILY') {
    if (person.relationship === null) return '';
    return person.relationship === 'CHILD' ? 'Child' : labelOf(RELATIONSHIPS, person.relationship);
  }
  const role = person.professionalRole === null ? '' : labelOf(PROFESSIONAL_ROLES, person.professionalRole);
  return [role, person.agencyName].filter(Boolean).join(', ');
}

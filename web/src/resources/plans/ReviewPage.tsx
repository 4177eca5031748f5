import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { labelOf, MEETING_TYPES, OUTCOME_STATUSES, REVIEW_DECISIONS } from '@encircle/shared/codes';
import { formatLong, londonDate } from '@encircle/shared/dates';
import type { MeetingList } from '@encircle/shared/meetings';
import type { OutcomeView, PlanView } from '@encircle/shared/plans';
import { CaseLink } from '@web/layout/CaseLink';
import { Loaded } from '@web/layout/Loaded';
import { useWords } from '@web/i18n/useWords';
import { useToday } from '@web/providers/me';
import { useGet } from '@web/providers/useGet';
import { LevelHelpReference, useCaseLevel } from '@web/resources/levels/LevelHelpReference';
import { Button } from '@web/ui/Button';
import { Card } from '@web/ui/Card';
import { DateField } from '@web/ui/DateField';
import { ErrorSummary } from '@web/ui/ErrorSummary';
import { FieldStack, Stack } from '@web/ui/layout';
import { PageTitle } from '@web/ui/PageTitle';
import { Select } from '@web/ui/Select';
import { TextArea } from '@web/ui/TextArea';
import { TextInput } from '@web/ui/TextInput';
import { idOfReviewPath, reviewCommand, type ReviewForm } from './review.model';
import { useFormSend } from './useFormSend';

/** Progress on every hope, the level now, what next. */
export default function ReviewPage() {
  const { caseId = '' } = useParams();
  const query = useGet<PlanView>(`/episodes/${caseId}/plan`);
  return <Loaded query={query}>{(view) => <Form view={view} />}</Loaded>;
}

function Form({ view }: { view: PlanView }) {
  const w = useWords();
  const go = useNavigate();
  const today = useToday();
  const meetings = useGet<MeetingList>(`/episodes/${view.episodeId}/meetings`);
  const outcomes = (view.plan?.outcomes ?? []).filter((each) => each.status === 'OPEN');
  const [form, setForm] = useState<ReviewForm>({
    meetingId: '',
    heldOn: today,
    level: view.level === null ? '' : String(view.level),
    whatNext: '',
    nextOn: '',
    childComment: '',
    parentComment: '',
    scores: {},
    statuses: {},
  });
  const set = (part: Partial<ReviewForm>) => setForm((old) => ({ ...old, ...part }));
  const sender = useFormSend(`/episodes/${view.episodeId}/reviews`, view.episodeId);
  const level = useCaseLevel(view.episodeId, 'REVIEW');
  const held = (meetings.data?.items ?? []).filter((each) => each.status === 'HELD');
  const submit = async () => {
    const ids = outcomes.map((each) => each.id);
    if (!(await level.keep(Number(form.level)))) return;
    if (await sender.send(reviewCommand(form, ids), (path) => idOfReviewPath(path, ids)))
      void go(`/cases/${view.episodeId}/plan`);
  };
  return (
    <>
      <PageTitle
        title={w('plans.reviewPage.title')}
        note={w('plans.reviewPage.note')}
        kicker={<CaseLink caseId={view.episodeId} name={view.child.name} />}
      />
      <Stack>
        <ErrorSummary errors={[...level.errors, ...sender.errors]} attempt={sender.attempt + level.attempt} />
        <Card>
          <FieldStack>
            <Select
              name="meetingId"
              label={w('plans.reviewPage.meeting')}
              empty={w('plans.reviewPage.paper')}
              error={sender.errorOf('meetingId')}
              options={held.map((each) => ({
                value: each.id,
                label: `${labelOf(MEETING_TYPES, each.type)}, ${formatLong(londonDate(each.plannedAt))}`,
              }))}
              value={form.meetingId}
              onChange={(event) => set({ meetingId: event.target.value })}
            />
            {form.meetingId === '' && (
              <DateField
                name="heldOn"
                label={w('plans.reviewPage.heldOn')}
                error={sender.errorOf('heldOn')}
                value={form.heldOn}
                onChange={(heldOn) => set({ heldOn })}
              />
            )}
            {outcomes.map((outcome) => (
              <Progress
                key={outcome.id}
                outcome={outcome}
                form={form}
                onChange={set}
                error={sender.errorOf(`score-${outcome.id}`)}
              />
            ))}
            <Select
              name="level"
              label={w('plans.reviewPage.level')}
              error={sender.errorOf('level')}
              options={['1', '2', '3', '4'].map((each) => ({ value: each, label: each }))}
              value={form.level}
              onChange={(event) => set({ level: event.target.value })}
            />
            <LevelHelpReference
              helping={level}
              level={Number(form.level)}
              caseId={view.episodeId}
              onLevel={(chosen) => set({ level: String(chosen) })}
            />
            <Select
              name="whatNext"
              label={w('plans.reviewPage.next')}
              error={sender.errorOf('whatNext')}
              options={REVIEW_DECISIONS.rows.map((row) => ({ value: row.code, label: row.label }))}
              value={form.whatNext}
              onChange={(event) => set({ whatNext: event.target.value })}
            />
            <DateField
              name="nextOn"
              label={w('plans.reviewPage.nextOn')}
              hint={w('plans.reviewPage.nextHint')}
              optional={w('meetings.ifAny')}
              error={sender.errorOf('nextOn')}
              value={form.nextOn}
              onChange={(nextOn) => set({ nextOn })}
            />
            <TextArea
              name="childComment"
              label={w('plans.reviewPage.child', {
                child: view.child.name ?? w('week.someone').toLowerCase(),
              })}
              hint={w('plans.reviewPage.words')}
              error={sender.errorOf('childComment')}
              value={form.childComment}
              onChange={(event) => set({ childComment: event.target.value })}
            />
            <TextArea
              name="parentComment"
              label={w('plans.reviewPage.parent')}
              hint={w('plans.reviewPage.words')}
              error={sender.errorOf('parentComment')}
              value={form.parentComment}
              onChange={(event) => set({ parentComment: event.target.value })}
            />
            <div>
              <Button
                kind="filled"
                size="large"
                onClick={() => void submit()}
                disabled={sender.busy || level.busy}
              >
                {w('plans.reviewPage.submit')}
              </Button>
            </div>
          </FieldStack>
        </Card>
      </Stack>
    </>
  );
}

function Progress({
  outcome,
  form,
  onChange,
  error,
}: {
  outcome: OutcomeView;
  form: ReviewForm;
  onChange: (part: Partial<ReviewForm>) => void;
  error: string | undefined;
}) {
  const w = useWords();
  const last = outcome.ratings.at(-1)?.value ?? outcome.baselineValue;
  return (
    <>
      <TextInput
        name={`score-${outcome.id}`}
        inputMode="decimal"
        label={w('plans.reviewPage.score', { hope: outcome.statement })}
        hint={w('plans.reviewPage.scoreHint', {
          low: outcome.scaleLow,
          high: outcome.scaleHigh,
          last: last ?? '–',
        })}
        error={error}
        value={form.scores[outcome.id] ?? ''}
        onChange={(event) => onChange({ scores: { ...form.scores, [outcome.id]: event.target.value } })}
      />
      <Select
        name={`status-${outcome.id}`}
        label={w('plans.reviewPage.status', { hope: outcome.statement })}
        empty={false}
        options={OUTCOME_STATUSES.rows.map((row) => ({ value: row.code, label: row.label }))}
        value={form.statuses[outcome.id] ?? 'OPEN'}
        onChange={(event) => onChange({ statuses: { ...form.statuses, [outcome.id]: event.target.value } })}
      />
    </>
  );
}

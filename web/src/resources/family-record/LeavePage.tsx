import { useState } from 'react';
import type { CaseChild, CaseView } from '@encircle/shared/cases';
import { LEAVING_REASONS, type EpisodeStateView, type LeaveRecord } from '@encircle/shared/episodes';
import { useWords } from '@web/i18n/useWords';
import { Loaded } from '@web/layout/Loaded';
import { NotFoundPage } from '@web/pages/NotFoundPage';
import { FormPage } from '@web/pages/FormPage';
import { useForm } from '@web/pages/useForm';
import { useToday } from '@web/providers/me';
import { Button } from '@web/ui/Button';
import { Card } from '@web/ui/Card';
import { DateField } from '@web/ui/DateField';
import { Actions, FieldStack, Stack } from '@web/ui/layout';
import { Notice } from '@web/ui/Notice';
import { PageTitle } from '@web/ui/PageTitle';
import { RadioGroup } from '@web/ui/RadioGroup';
import { TextArea } from '@web/ui/TextArea';
import { useChildOfCase } from '@web/layout/useChildOfCase';

/** One child leaves the record of the family, with a reason; the others' parts go on (rule F6). */
export default function LeavePage() {
  const { query, childOf } = useChildOfCase();
  return (
    <Loaded query={query}>
      {(view) => {
        const child = childOf(view);
        return child ? <Leave view={view} child={child} /> : <NotFoundPage />;
      }}
    </Loaded>
  );
}

function Leave({ view, child }: { view: CaseView; child: CaseChild }) {
  const w = useWords();
  const today = useToday();
  const [form, setForm] = useState<LeaveRecord>({ reason: '' as LeaveRecord['reason'], on: today, note: '' });
  const set = (part: Partial<LeaveRecord>) => setForm((old) => ({ ...old, ...part }));
  const { send, errors, attempt, wrong, busy } = useForm<LeaveRecord, EpisodeStateView>(
    `/episodes/${view.id}/children/${child.id}/leave`,
    { refresh: ['/episodes', '/children', '/my'] },
  );
  const [left, setLeft] = useState(child.part === 'CLOSED');
  const name = child.chosenName;
  const title = w('familyRecord.leavePage.title', { name });
  const back = (
    <Button kind="quiet" to={`/cases/${view.id}/family`}>
      {w('familyRecord.back')}
    </Button>
  );
  const save = async () => {
    if (await send(form)) setLeft(true);
  };
  if (left)
    return (
      <>
        <PageTitle title={title} />
        <Stack>
          <Notice kind="good">{w('familyRecord.leavePage.done', { name })}</Notice>
          <Actions>
            <Button kind="outlined" to={`/children/${child.id}/start`}>
              {w('familyRecord.leavePage.own', { name })}
            </Button>
            {back}
          </Actions>
        </Stack>
      </>
    );
  return (
    <>
      <PageTitle title={title} note={w('familyRecord.leavePage.note', { name })} />
      <FormPage
        errors={errors}
        attempt={attempt}
        onSave={save}
        busy={busy}
        save={w('familyRecord.leavePage.save')}
        back={back}
      >
        <Card>
          <FieldStack>
            <RadioGroup
              name="reason"
              label={w('familyRecord.leavePage.reason')}
              options={LEAVING_REASONS.map((value) => ({
                value,
                label: w(`familyRecord.leavePage.reasons.${value}`),
              }))}
              value={form.reason}
              error={wrong('reason')}
              onChange={(reason) => set({ reason: reason as LeaveRecord['reason'] })}
            />
            <DateField
              name="on"
              label={w('familyRecord.leavePage.on')}
              value={form.on}
              error={wrong('on')}
              onChange={(on) => set({ on })}
            />
            <TextArea
              name="note"
              label={w('familyRecord.leavePage.words')}
              hint={w('familyRecord.leavePage.wordsHint')}
              optional={w('familyRecord.ifAny')}
              rows={3}
              value={form.note ?? ''}
              error={wrong('note')}
              onChange={(event) => set({ note: event.target.value })}
            />
          </FieldStack>
        </Card>
      </FormPage>
    </>
  );
}

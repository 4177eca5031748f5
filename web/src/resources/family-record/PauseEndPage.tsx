import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { CaseChild, CaseView } from '@encircle/shared/cases';
import { CLOSURE_REASONS, labelOf } from '@encircle/shared/codes';
import { CHILD_PART_REASONS, type EndChildPause, type EpisodeStateView } from '@encircle/shared/episodes';
import { useWords } from '@web/i18n/useWords';
import { Loaded } from '@web/layout/Loaded';
import { NotFoundPage } from '@web/pages/NotFoundPage';
import { FormPage } from '@web/pages/FormPage';
import { useForm } from '@web/pages/useForm';
import { useToday } from '@web/providers/me';
import { Button } from '@web/ui/Button';
import { Card } from '@web/ui/Card';
import { DateField } from '@web/ui/DateField';
import { FieldStack } from '@web/ui/layout';
import { PageTitle } from '@web/ui/PageTitle';
import { RadioGroup } from '@web/ui/RadioGroup';
import { TextInput } from '@web/ui/TextInput';
import { useChildOfCase } from '@web/layout/useChildOfCase';

/** Social care has a child of the family: that child's part comes back, or is closed (rule F5). For the CAF team. */
export default function PauseEndPage() {
  const { query, childOf } = useChildOfCase();
  return (
    <Loaded query={query}>
      {(view) => {
        const child = childOf(view);
        return child ? <PauseEnd view={view} child={child} /> : <NotFoundPage />;
      }}
    </Loaded>
  );
}

function PauseEnd({ view, child }: { view: CaseView; child: CaseChild }) {
  const w = useWords();
  const today = useToday();
  const navigate = useNavigate();
  const [form, setForm] = useState({ outcome: '', reason: '', on: today, socialWorker: '' });
  const set = (part: Partial<typeof form>) => setForm((old) => ({ ...old, ...part }));
  const { send, errors, attempt, wrong, busy } = useForm<Partial<EndChildPause>, EpisodeStateView>(
    `/episodes/${view.id}/children/${child.id}/pause-end`,
    { refresh: ['/episodes', '/my'] },
  );
  const name = child.chosenName;
  const save = async () => {
    const { reason, ...rest } = form;
    const closes = form.outcome === 'CLOSED' && reason !== '' ? { reason } : {};
    const answer = await send({ ...rest, ...closes } as EndChildPause);
    if (answer) await navigate(`/cases/${view.id}/next`);
  };
  return (
    <>
      <PageTitle
        title={w('familyRecord.pause.title', { name })}
        note={w('familyRecord.pause.note', { name })}
      />
      <FormPage
        errors={errors}
        attempt={attempt}
        onSave={save}
        busy={busy}
        save={w('familyRecord.pause.save')}
        back={
          <Button kind="quiet" to={`/cases/${view.id}/next`}>
            {w('familyRecord.pause.back')}
          </Button>
        }
      >
        <Card>
          <FieldStack>
            <RadioGroup
              name="outcome"
              label={w('familyRecord.pause.outcome')}
              options={(['GOES_ON', 'CLOSED'] as const).map((value) => ({
                value,
                label: w(`familyRecord.pause.outcomes.${value}`, { name }),
              }))}
              value={form.outcome}
              error={wrong('outcome')}
              onChange={(outcome) => set({ outcome })}
            />
            {form.outcome === 'CLOSED' && (
              <RadioGroup
                name="reason"
                label={w('familyRecord.pause.reason')}
                options={CHILD_PART_REASONS.map((value) => ({
                  value,
                  label: labelOf(CLOSURE_REASONS, value),
                }))}
                value={form.reason}
                error={wrong('reason')}
                onChange={(reason) => set({ reason })}
              />
            )}
            <DateField
              name="on"
              label={w('familyRecord.pause.on')}
              value={form.on}
              error={wrong('on')}
              onChange={(on) => set({ on })}
            />
            <TextInput
              name="socialWorker"
              label={w('familyRecord.pause.socialWorker')}
              value={form.socialWorker}
              error={wrong('socialWorker')}
              onChange={(event) => set({ socialWorker: event.target.value })}
            />
          </FieldStack>
        </Card>
      </FormPage>
    </>
  );
}

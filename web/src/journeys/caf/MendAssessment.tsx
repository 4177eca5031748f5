import { useState } from 'react';
import type {
  AssessmentRepair,
  AssessmentRow,
  AssessmentView,
  RepairAssessment,
} from '@encircle/shared/assessments';
import { useWords } from '@web/i18n/useWords';
import { useForm } from '@web/pages/useForm';
import { useToday } from '@web/providers/me';
import { useGet } from '@web/providers/useGet';
import { MendDialog, OtherRecord } from '@web/resources/recording/MendingReference';
import { Button } from '@web/ui/Button';
import { RadioGroup } from '@web/ui/RadioGroup';
import { Select } from '@web/ui/Select';
import { assessmentRepairOf, mendable } from './mend.model';

/** For whoever began it, while it is being written: begun by mistake, for another child, on another record. */
export function MendAssessment({ row }: { row: AssessmentRow }) {
  const w = useWords();
  const today = useToday();
  const [open, setOpen] = useState(false);
  const until = row.mendUntil;
  const view = useGet<AssessmentView>(open ? `/assessments/${row.id}` : null);
  if (until === null || until < today) return null;
  return (
    <>
      <Button kind="quiet" onClick={() => setOpen(true)}>
        {w('recording.mend.act')}
      </Button>
      {open && view.data && <Mend view={view.data} until={until} onDone={() => setOpen(false)} />}
    </>
  );
}

interface MendProps {
  view: AssessmentView;
  until: string;
  onDone: () => void;
}

function Mend({ view, until, onDone }: MendProps) {
  const w = useWords();
  const [value, setValue] = useState<Partial<RepairAssessment>>({});
  const form = useForm<Partial<RepairAssessment>>(`/assessments/${view.id}/repairs`, {
    // What has left the record is not asked for again.
    refresh: [
      `/episodes/${view.episodeId}`,
      '/my/',
      ...(value.what === 'CHILD' ? [`/assessments/${view.id}`] : []),
    ],
  });
  const set = (part: Partial<RepairAssessment>) => setValue((old) => ({ ...old, ...part }));
  const { what } = value;
  const save = () =>
    void form.send(assessmentRepairOf(value, view.version)).then((done) => {
      if (done !== null) onDone();
    });
  const child = (name: 'fromSubjectId' | 'subjectId', label: string, not?: string) => (
    <Select
      name={name}
      label={label}
      error={form.wrong(name)}
      options={view.children
        .filter(({ id }) => id !== not)
        .map(({ id, name: value }) => ({ value: id, label: value }))}
      value={value[name] ?? ''}
      onChange={(event) => set({ [name]: event.target.value })}
    />
  );
  return (
    <MendDialog
      title={w('caf.mend.title')}
      until={until}
      form={form}
      reason={value.reason ?? ''}
      hidden={what === 'CASE'}
      onReason={(reason) => set({ reason })}
      onSave={save}
      onDone={onDone}
    >
      <RadioGroup
        name="what"
        label={w('recording.mend.what')}
        options={mendable(view.children.length).map((each) => ({
          value: each,
          label: w(`caf.mend.kind.${each}`),
          hint: w(`caf.mend.hint.${each}`),
        }))}
        value={what ?? null}
        error={form.wrong('what')}
        onChange={(each) => set({ what: each as AssessmentRepair })}
      />
      {what === 'CHILD' && child('fromSubjectId', w('caf.mend.from'))}
      {what === 'CHILD' && child('subjectId', w('recording.mend.child'), value.fromSubjectId)}
      {what === 'CASE' && (
        <OtherRecord form={form} hint={w('caf.mend.refHint')} value={value} onChange={set} />
      )}
    </MendDialog>
  );
}

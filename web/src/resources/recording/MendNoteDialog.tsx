import { useState } from 'react';
import type { NoteView, RepairKind, RepairNote } from '@encircle/shared/recording';
import { useWords } from '@web/i18n/useWords';
import { useForm } from '@web/pages/useForm';
import { DateField } from '@web/ui/DateField';
import { RadioGroup } from '@web/ui/RadioGroup';
import { Select } from '@web/ui/Select';
import { mendable, repairOf } from './mend.model';
import { MendDialog, OtherRecord } from './MendingReference';
import type { NotePeople } from './WriteNote';

interface MendNoteDialogProps {
  note: NoteView;
  family: NotePeople['children'];
  episodeId: string;
  onDone: () => void;
}

/** What is wrong with a note, what is right, and how it came about: whoever wrote it mends it. */
export function MendNoteDialog({ note, family, episodeId, onDone }: MendNoteDialogProps) {
  const w = useWords();
  const form = useForm<Partial<RepairNote>>(`/notes/${note.id}/repairs`, {
    refresh: [`/episodes/${episodeId}`],
  });
  const [value, setValue] = useState<Partial<RepairNote>>({});
  const set = (part: Partial<RepairNote>) => setValue((old) => ({ ...old, ...part }));
  const others = family.filter(({ id }) => id !== note.subjectId);
  const save = () =>
    void form.send(repairOf(value, note.version)).then((done) => {
      if (done !== null) onDone();
    });
  return (
    <MendDialog
      title={w('recording.mend.title')}
      until={note.mendUntil ?? note.eventOn}
      form={form}
      reason={value.reason ?? ''}
      hidden={value.what === 'CASE'}
      onReason={(reason) => set({ reason })}
      onSave={save}
      onDone={onDone}
    >
      <RadioGroup
        name="what"
        label={w('recording.mend.what')}
        options={mendable(others.length).map((what) => ({
          value: what,
          label: w(`recording.mend.kind.${what}`),
        }))}
        value={value.what}
        error={form.wrong('what')}
        onChange={(what) => set({ what: what as RepairKind })}
      />
      {value.what === 'DATE' && (
        <DateField
          name="eventOn"
          label={w('recording.mend.eventOn')}
          error={form.wrong('eventOn')}
          value={value.eventOn}
          onChange={(eventOn) => set({ eventOn })}
        />
      )}
      {value.what === 'CHILD' && (
        <Select
          name="subjectId"
          label={w('recording.mend.child')}
          error={form.wrong('subjectId')}
          options={others.map(({ id, name }) => ({ value: id, label: name }))}
          value={value.subjectId ?? ''}
          onChange={(event) => set({ subjectId: event.target.value })}
        />
      )}
      {value.what === 'CASE' && (
        <OtherRecord form={form} hint={w('recording.mend.refHint')} value={value} onChange={set} />
      )}
    </MendDialog>
  );
}

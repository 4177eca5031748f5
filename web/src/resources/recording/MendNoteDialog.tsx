import { useState } from 'react';
import { formatLong } from '@encircle/shared/dates';
import type { NoteView, RepairKind, RepairNote } from '@encircle/shared/recording';
import { useWords } from '@web/i18n/useWords';
import { useForm } from '@web/pages/useForm';
import { Button } from '@web/ui/Button';
import { DateField } from '@web/ui/DateField';
import { Dialog } from '@web/ui/Dialog';
import { ErrorSummary } from '@web/ui/ErrorSummary';
import { FieldStack } from '@web/ui/layout';
import { RadioGroup } from '@web/ui/RadioGroup';
import { Select } from '@web/ui/Select';
import { TextArea } from '@web/ui/TextArea';
import { TextInput } from '@web/ui/TextInput';
import { childrenIn, mendable, repairOf } from './mend.model';
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
  // A record of several children: whose note it is, is asked once the record is known.
  const there = childrenIn(form.data);
  const save = () =>
    void form.send(repairOf(value, note.version)).then((done) => {
      if (done !== null) onDone();
    });
  return (
    <Dialog
      open
      title={w('recording.mend.title')}
      onClose={onDone}
      actions={
        <>
          <Button kind="filled" onClick={save} disabled={form.busy}>
            {w('recording.mend.save')}
          </Button>
          <Button kind="quiet" onClick={onDone}>
            {w('recording.mend.leave')}
          </Button>
        </>
      }
    >
      <FieldStack>
        <p>{w('recording.mend.body', { date: formatLong(note.mendUntil ?? note.eventOn) })}</p>
        <ErrorSummary errors={form.errors} attempt={form.attempt} />
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
          <TextInput
            name="ref"
            label={w('recording.mend.ref')}
            hint={w('recording.mend.refHint')}
            error={form.wrong('ref')}
            value={value.ref ?? ''}
            onChange={(event) => set({ ref: event.target.value, subjectId: '' })}
          />
        )}
        {value.what === 'CASE' && there.length > 0 && (
          <Select
            name="subjectId"
            label={w('recording.mend.child')}
            error={form.wrong('subjectId')}
            options={there.map(({ id, name }) => ({ value: id, label: name }))}
            value={value.subjectId ?? ''}
            onChange={(event) => set({ subjectId: event.target.value })}
          />
        )}
        <TextArea
          name="reason"
          rows={2}
          maxLength={500}
          label={w('recording.mend.reason')}
          hint={w(value.what === 'CASE' ? 'recording.mend.reasonHidden' : 'recording.mend.reasonHint')}
          error={form.wrong('reason')}
          value={value.reason ?? ''}
          onChange={(event) => set({ reason: event.target.value })}
        />
      </FieldStack>
    </Dialog>
  );
}

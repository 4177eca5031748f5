import { INFORMATION_CATEGORIES, labelOf, NOTE_TYPES } from '@encircle/shared/codes';
import type { NoteCategory } from '@encircle/shared/recording';
import { useWords } from '@web/i18n/useWords';
import { CheckBox, CheckList } from '@web/ui/CheckList';
import { DateField } from '@web/ui/DateField';
import { Select } from '@web/ui/Select';
import { TextArea } from '@web/ui/TextArea';
import { TextInput } from '@web/ui/TextInput';
import { CATEGORIES, needsPerson, SEEN, type NoteDraft } from './note.model';
import type { NotePeople } from './WriteNote';

export interface NoteFieldsProps {
  draft: NoteDraft;
  onChange: (part: Partial<NoteDraft>) => void;
  errors: Record<string, string>;
  people: NotePeople;
}

const choices = (people: NotePeople['adults']) => people.map(({ id, name }) => ({ value: id, label: name }));

/** What happened, when, who said it, and which kind of information it is. */
export function NoteFields({ draft, onChange, errors, people }: NoteFieldsProps) {
  const w = useWords();
  return (
    <>
      <Select
        name="kind"
        label={w('recording.form.kind')}
        error={errors['kind']}
        options={NOTE_TYPES.rows.map(({ code, label }) => ({ value: code, label }))}
        value={draft.kind}
        onChange={(event) => onChange({ kind: event.target.value })}
      />
      <DateField
        name="eventOn"
        label={w('recording.form.eventOn')}
        hint={w('recording.form.eventHint')}
        error={errors['eventOn']}
        value={draft.eventOn}
        onChange={(eventOn) => onChange({ eventOn })}
      />
      {people.children.length > 1 && (
        <Select
          name="subjectId"
          label={w('recording.form.child')}
          error={errors['subjectId']}
          options={choices(people.children)}
          value={draft.subjectId}
          onChange={(event) => onChange({ subjectId: event.target.value })}
        />
      )}
      <TextArea
        name="text"
        label={w('recording.form.text')}
        hint={w('recording.form.textHint')}
        error={errors['text']}
        value={draft.text}
        onChange={(event) => onChange({ text: event.target.value })}
      />
      <CheckBox
        name="ownWords"
        label={w('recording.form.ownWords')}
        hint={w('recording.form.ownWordsHint')}
        checked={draft.ownWords}
        onChange={(ownWords) => onChange({ ownWords })}
      />
      <TextInput
        name="saidBy"
        label={w('recording.form.saidBy')}
        hint={w('recording.form.saidByHint')}
        error={errors['saidBy']}
        {...(draft.ownWords ? {} : { optional: w('recording.form.ifKnown') })}
        value={draft.saidBy}
        onChange={(event) => onChange({ saidBy: event.target.value })}
      />
      <Select
        name="seen"
        label={w('recording.form.seen')}
        empty={w('recording.form.seenNone')}
        options={SEEN.map((value) => ({ value, label: w(`recording.notes.seen.${value}`) }))}
        value={draft.seen}
        onChange={(event) => onChange({ seen: event.target.value })}
      />
      <WhoReads draft={draft} onChange={onChange} errors={errors} people={people} />
      <CheckBox
        name="significant"
        label={w('recording.form.significant')}
        hint={w('recording.form.significantHint')}
        checked={draft.significant}
        onChange={(significant) => onChange({ significant })}
      />
    </>
  );
}

/** The kind of information decides who reads it; some kinds belong to a person, one to workers the child chose. */
function WhoReads({ draft, onChange, errors, people }: NoteFieldsProps) {
  const w = useWords();
  const persons = draft.category === 'ADULT' ? people.adults : [...people.children, ...people.adults];
  return (
    <>
      <Select
        name="category"
        label={w('recording.form.category')}
        hint={w('recording.form.categoryHint')}
        error={errors['category']}
        empty={false}
        options={CATEGORIES.map((value) => ({ value, label: labelOf(INFORMATION_CATEGORIES, value) }))}
        value={draft.category}
        onChange={(event) => onChange({ category: event.target.value as NoteCategory, aboutPersonId: '' })}
      />
      {needsPerson(draft.category) && (
        <Select
          name="aboutPersonId"
          label={w('recording.form.about')}
          hint={w('recording.form.aboutHint')}
          error={errors['aboutPersonId']}
          options={choices(persons)}
          value={draft.aboutPersonId}
          onChange={(event) => onChange({ aboutPersonId: event.target.value })}
        />
      )}
      {draft.category === 'PRIVATE' && (
        <CheckList
          name="namedWorkerIds"
          label={w('recording.form.named')}
          error={errors['namedWorkerIds']}
          options={choices(people.workers)}
          value={draft.namedWorkerIds}
          onChange={(namedWorkerIds) => onChange({ namedWorkerIds })}
        />
      )}
    </>
  );
}

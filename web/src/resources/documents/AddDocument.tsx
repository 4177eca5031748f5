import { useState } from 'react';
import { INFORMATION_CATEGORIES, labelOf } from '@encircle/shared/codes';
import type { DocumentCategory, DocumentView, FileDocument } from '@encircle/shared/documents';
import { useWords } from '@web/i18n/useWords';
import { useProblemWords } from '@web/pages/useProblemWords';
import { useToday } from '@web/providers/me';
import { errorsOf, type Problem } from '@web/providers/problem';
import { useSend } from '@web/providers/useGet';
import { Button } from '@web/ui/Button';
import { CheckBox, CheckList } from '@web/ui/CheckList';
import { DateField } from '@web/ui/DateField';
import { ErrorSummary, type FormError } from '@web/ui/ErrorSummary';
import { Actions, FieldStack } from '@web/ui/layout';
import { Select } from '@web/ui/Select';
import { TextInput } from '@web/ui/TextInput';
import { CATEGORIES, commandOf, EMPTY, needsPerson, problemsOf, type DocumentDraft } from './document.model';
import { FileField } from './FileFieldReference';

/** Those a document can be about or for, as far as the reader knows them. */
export interface DocumentPeople {
  children: { id: string; name: string }[];
  adults: { id: string; name: string }[];
  workers: { id: string; name: string }[];
}

export interface AddDocumentProps {
  episodeId: string;
  people: DocumentPeople;
  onSaved: () => void;
  onLeave: () => void;
}

/** Files one document. A file that is refused, or a save that fails, leaves everything else as it was typed. */
export function AddDocument({ episodeId, people, onSaved, onLeave }: AddDocumentProps) {
  const w = useWords();
  const say = useProblemWords();
  const today = useToday();
  const [draft, setDraft] = useState<DocumentDraft>(EMPTY);
  const [errors, setErrors] = useState<FormError[]>([]);
  const [attempt, setAttempt] = useState(0);
  const send = useSend<FileDocument, DocumentView>(`/episodes/${episodeId}/documents`, {
    refresh: [`/episodes/${episodeId}/documents`],
  });
  const change = (part: Partial<DocumentDraft>) => setDraft((old) => ({ ...old, ...part }));
  const save = () => {
    setAttempt((n) => n + 1);
    const wrong = problemsOf(draft, today).map(({ field, words }) => ({ field, message: w(words) }));
    setErrors(wrong);
    if (wrong.length > 0 || send.isPending) return;
    send.mutate(commandOf(draft), {
      onSuccess: onSaved,
      onError: (problem) => setErrors(refusal(problem, say(problem), w('documents.form.notAllowed'))),
    });
  };
  const messages = Object.fromEntries(errors.map(({ field = '', message }) => [field, message]));
  return (
    <form
      noValidate
      aria-label={w('documents.form.title')}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <FieldStack>
        <p>{w('documents.form.note')}</p>
        <ErrorSummary errors={errors} attempt={attempt} />
        <FileField
          name="uploadId"
          label={w('documents.file.label')}
          value={draft.upload}
          onChange={(upload) => change({ upload })}
          error={messages['uploadId']}
        />
        <TextInput
          name="title"
          label={w('documents.form.name')}
          hint={w('documents.form.nameHint')}
          error={messages['title']}
          maxLength={160}
          value={draft.title}
          onChange={(event) => change({ title: event.target.value })}
        />
        <DateField
          name="datedOn"
          label={w('documents.form.dated')}
          hint={w('documents.form.datedHint')}
          optional={w('documents.form.ifAny')}
          error={messages['datedOn']}
          value={draft.datedOn}
          onChange={(datedOn) => change({ datedOn })}
        />
        <Whose draft={draft} change={change} messages={messages} people={people} />
        <CheckBox
          name="ownWork"
          label={w('documents.form.ownWork')}
          hint={w('documents.form.ownWorkHint')}
          checked={draft.ownWork}
          onChange={(ownWork) =>
            change({ ownWork, ...(ownWork && draft.category === 'NOTES' ? { category: 'CHILD' } : {}) })
          }
        />
        <Actions>
          <Button kind="filled" type="submit" disabled={send.isPending}>
            {w('documents.form.save')}
          </Button>
          <Button kind="quiet" onClick={onLeave}>
            {w('documents.form.cancel')}
          </Button>
        </Actions>
      </FieldStack>
    </form>
  );
}

interface WhoseProps {
  draft: DocumentDraft;
  change: (part: Partial<DocumentDraft>) => void;
  messages: Record<string, string>;
  people: DocumentPeople;
}

const choices = (people: readonly { id: string; name: string }[]) =>
  people.map(({ id, name }) => ({ value: id, label: name }));

/** The kind of information decides who reads it; some kinds belong to a person, one to workers the child chose. */
function Whose({ draft, change, messages, people }: WhoseProps) {
  const w = useWords();
  const persons = draft.category === 'ADULT' ? people.adults : [...people.children, ...people.adults];
  return (
    <>
      {people.children.length > 1 && (
        <Select
          name="subjectId"
          label={w('recording.form.child')}
          error={messages['subjectId']}
          options={choices(people.children)}
          value={draft.subjectId}
          onChange={(event) => change({ subjectId: event.target.value })}
        />
      )}
      <Select
        name="category"
        label={w('recording.form.category')}
        hint={w('recording.form.categoryHint')}
        error={messages['category']}
        empty={false}
        options={CATEGORIES.map((value) => ({ value, label: labelOf(INFORMATION_CATEGORIES, value) }))}
        value={draft.category}
        onChange={(event) => change({ category: event.target.value as DocumentCategory, aboutPersonId: '' })}
      />
      {needsPerson(draft.category) && (
        <Select
          name="aboutPersonId"
          label={w('recording.form.about')}
          error={messages['aboutPersonId']}
          options={choices(persons)}
          value={draft.aboutPersonId}
          onChange={(event) => change({ aboutPersonId: event.target.value })}
        />
      )}
      {draft.category === 'PRIVATE' && (
        <CheckList
          name="namedWorkerIds"
          label={w('recording.form.named')}
          error={messages['namedWorkerIds']}
          options={choices(people.workers)}
          value={draft.namedWorkerIds}
          onChange={(namedWorkerIds) => change({ namedWorkerIds })}
        />
      )}
    </>
  );
}

/** Field by field; a kind of information one may not add about this family is said at its question. */
function refusal(problem: Problem, said: string, notAllowed: string): FormError[] {
  const fields = errorsOf(problem);
  if (fields.length > 0) return fields;
  const closed = problem.status === 403 || problem.status === 404;
  return closed ? [{ field: 'category', message: notAllowed }] : [{ message: said }];
}

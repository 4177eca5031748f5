import { useEffect, useRef, useState } from 'react';
import type { NoteView, WriteNote as Command } from '@encircle/shared/recording';
import { useWords } from '@web/i18n/useWords';
import { useProblemWords } from '@web/pages/useProblemWords';
import { errorsOf, type Problem } from '@web/providers/problem';
import { listen } from '@web/providers/signals';
import { useSend } from '@web/providers/useGet';
import { Button } from '@web/ui/Button';
import { Card } from '@web/ui/Card';
import { ErrorSummary, type FormError } from '@web/ui/ErrorSummary';
import { Actions, FieldStack } from '@web/ui/layout';
import { useKeptNote } from './kept-note';
import { commandOf, problemsOf } from './note.model';
import { NoteFields } from './NoteFields';

/** Those a note can be about or for, as far as the reader knows them. */
export interface NotePeople {
  children: { id: string; name: string }[];
  adults: { id: string; name: string }[];
  workers: { id: string; name: string }[];
}

export interface WriteNoteProps {
  episodeId: string;
  people: NotePeople;
  onSaved: () => void;
  onLeave: () => void;
}

/** Writes one note. What is typed stays until it is saved, also when the session ends in between. */
export function WriteNote({ episodeId, people, onSaved, onLeave }: WriteNoteProps) {
  const w = useWords();
  const say = useProblemWords();
  const { draft, change, forget, today } = useKeptNote(episodeId);
  const [errors, setErrors] = useState<FormError[]>([]);
  const [attempt, setAttempt] = useState(0);
  const send = useSend<Command, NoteView>(`/episodes/${episodeId}/notes`, {
    refresh: [`/episodes/${episodeId}`],
  });
  const save = () => {
    setAttempt((n) => n + 1);
    const wrong = problemsOf(draft, today).map(({ field, words }) => ({ field, message: w(words) }));
    setErrors(wrong);
    if (wrong.length > 0 || send.isPending) return;
    send.mutate(commandOf(draft), {
      onSuccess: () => {
        forget();
        onSaved();
      },
      onError: (problem) => setErrors(refusal(problem, say(problem), w('recording.form.notAllowed'))),
    });
  };
  useTryAgain(send.error?.status === 401, save);
  const first = useRef<HTMLDivElement>(null);
  useEffect(() => first.current?.querySelector<HTMLElement>('select')?.focus(), []);
  const messages = Object.fromEntries(errors.map(({ field = '', message }) => [field, message]));
  return (
    <Card title={w('recording.form.title')} note={w('recording.form.kept')}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <FieldStack ref={first}>
          <ErrorSummary errors={errors} attempt={attempt} />
          <NoteFields draft={draft} onChange={change} errors={messages} people={people} />
          <Actions>
            <Button kind="filled" type="submit" disabled={send.isPending}>
              {w('recording.form.save')}
            </Button>
            <Button
              kind="quiet"
              onClick={() => {
                forget();
                onLeave();
              }}
            >
              {w('recording.form.cancel')}
            </Button>
          </Actions>
        </FieldStack>
      </form>
    </Card>
  );
}

/** Field by field; a kind of information one may not add about this family is said at its question. */
function refusal(problem: Problem, said: string, notAllowed: string): FormError[] {
  const fields = errorsOf(problem);
  if (fields.length > 0) return fields;
  const closed = problem.status === 403 || problem.status === 404;
  return closed ? [{ field: 'category', message: notAllowed }] : [{ message: said }];
}

/** A save the end of the session stopped is sent once more when somebody has signed in again. */
function useTryAgain(stopped: boolean, save: () => void): void {
  const latest = useRef(save);
  useEffect(() => {
    latest.current = save;
  });
  useEffect(() => {
    if (!stopped) return undefined;
    return listen(({ kind }) => {
      if (kind === 'reopened') latest.current();
    });
  }, [stopped]);
}

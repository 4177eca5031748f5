import { useState } from 'react';
import type {
  AnswerOversight,
  NoteOversight,
  OversightNoteView,
  OversightView,
  WriteOversight,
} from '@encircle/shared/assessments';
import { sections as sectionsOf, type FormVersion } from '@encircle/shared/forms';
import { useWords } from '@web/i18n/useWords';
import { useForm } from '@web/pages/useForm';
import { Button } from '@web/ui/Button';
import { CheckList } from '@web/ui/CheckList';
import { Disclosure } from '@web/ui/Disclosure';
import { ErrorSummary } from '@web/ui/ErrorSummary';
import { Notice } from '@web/ui/Notice';
import { RadioGroup } from '@web/ui/RadioGroup';
import { TextArea } from '@web/ui/TextArea';
import { Actions, FieldStack } from '@web/ui/layout';

const REFRESH = ['/assessments', '/episodes', '/my'];

interface OverseeFormProps {
  of: string;
  form: FormVersion;
  words: (text: string) => string;
}

/** For those in charge: looked at, or to be changed, with the parts it is about. */
export function OverseeForm({ of, form, words }: OverseeFormProps) {
  const w = useWords();
  const sender = useForm<WriteOversight, OversightView>(`${of}/oversight`, { refresh: REFRESH });
  const [kind, setKind] = useState<WriteOversight['kind'] | null>(null);
  const [note, setNote] = useState('');
  const [parts, setParts] = useState<string[]>([]);
  const [said, setSaid] = useState(false);
  const back = kind === 'RETURNED';
  const send = async () => {
    const body = { kind, words: note, ...(back ? { sections: parts } : {}) } as WriteOversight;
    if (!(await sender.send(body))) return;
    setKind(null);
    setNote('');
    setParts([]);
    setSaid(true);
  };
  return (
    <FieldStack>
      <ErrorSummary errors={sender.errors} attempt={sender.attempt} />
      {said && kind === null && <Notice kind="good">{w('oversight.write.sent')}</Notice>}
      <RadioGroup
        name="kind"
        label={w('oversight.write.kind')}
        error={sender.wrong('kind')}
        options={[
          { value: 'SEEN', label: w('oversight.write.seen') },
          { value: 'RETURNED', label: w('oversight.write.returned') },
        ]}
        value={kind}
        onChange={(value) => setKind(value as WriteOversight['kind'])}
      />
      {kind && (
        <TextArea
          name="words"
          label={w(back ? 'oversight.write.words' : 'oversight.write.wordsSeen')}
          rows={3}
          maxLength={2000}
          error={sender.wrong('words')}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
      )}
      {back && (
        <Disclosure summary={w('oversight.write.sections')}>
          <CheckList
            name="sections"
            label={w('oversight.write.sections')}
            error={sender.wrong('sections')}
            options={sectionsOf(form).map(({ key, title }) => ({ value: key, label: words(title) }))}
            value={parts}
            onChange={setParts}
          />
        </Disclosure>
      )}
      {kind && (
        <Actions>
          <Button kind="filled" disabled={sender.busy} onClick={() => void send()}>
            {w(back ? 'oversight.write.sendBack' : 'oversight.write.send')}
          </Button>
        </Actions>
      )}
    </FieldStack>
  );
}

/** About the case as a whole. */
export function NoteForm({ of }: { of: string }) {
  const w = useWords();
  const sender = useForm<NoteOversight, OversightView>(`${of}/oversight`, { refresh: REFRESH });
  const [note, setNote] = useState('');
  const send = async () => {
    if (await sender.send({ words: note })) setNote('');
  };
  return (
    <FieldStack>
      <ErrorSummary errors={sender.errors} attempt={sender.attempt} />
      <TextArea
        name="words"
        label={w('oversight.write.note')}
        rows={3}
        maxLength={2000}
        error={sender.wrong('words')}
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
      <Actions>
        <Button disabled={sender.busy} onClick={() => void send()}>
          {w('oversight.write.send')}
        </Button>
      </Actions>
    </FieldStack>
  );
}

/** For whoever wrote or leads: what was done about a return. */
export function AnswerReturn({ note }: { note: OversightNoteView }) {
  const w = useWords();
  const sender = useForm<AnswerOversight, OversightView>(`/oversight/${note.id}/answer`, {
    refresh: REFRESH,
  });
  const [words, setWords] = useState('');
  const name = `answer-${note.id}`;
  return (
    <FieldStack>
      <ErrorSummary
        errors={sender.errors.map((each) => (each.field === 'words' ? { ...each, field: name } : each))}
        attempt={sender.attempt}
      />
      <TextArea
        name={name}
        label={w('oversight.reply.words')}
        rows={2}
        maxLength={2000}
        error={sender.wrong('words')}
        value={words}
        onChange={(event) => setWords(event.target.value)}
      />
      <Actions>
        <Button disabled={sender.busy} onClick={() => void sender.send({ version: note.version, words })}>
          {w('oversight.reply.send')}
        </Button>
      </Actions>
    </FieldStack>
  );
}

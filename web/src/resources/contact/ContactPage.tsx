import { useState } from 'react';
import type { AnswerContact, ContactTasksView, ContactTaskView } from '@encircle/shared/sensitive';
import { formatDate, londonDate } from '@encircle/shared/dates';
import { useWords } from '@web/i18n/useWords';
import { Loaded } from '@web/layout/Loaded';
import { useProblemWords } from '@web/pages/useProblemWords';
import { errorsOf, Problem } from '@web/providers/problem';
import { useGet, useSend } from '@web/providers/useGet';
import { Button } from '@web/ui/Button';
import { Card } from '@web/ui/Card';
import { EmptyState } from '@web/ui/EmptyState';
import { ErrorSummary, type FormError } from '@web/ui/ErrorSummary';
import { Actions, FieldStack, Stack } from '@web/ui/layout';
import { PageTitle } from '@web/ui/PageTitle';
import { RadioGroup } from '@web/ui/RadioGroup';
import { TextArea } from '@web/ui/TextArea';
import { ServicesToRing } from './ServicesToRing';

/** Questions for brokered contact, oldest first: taken on, the service rung, the young person asked, answered. */
export default function ContactPage() {
  const w = useWords();
  const query = useGet<ContactTasksView>('/contact-requests', { limit: 50 });
  return (
    <>
      <PageTitle title={w('contact.title')} note={w('contact.note')} />
      <Loaded query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={w('contact.none')}>{w('contact.noneBody')}</EmptyState>
          ) : (
            <Stack>
              {items.map((task) => (
                <Task key={task.id} task={task} />
              ))}
            </Stack>
          )
        }
      </Loaded>
    </>
  );
}

function Task({ task }: { task: ContactTaskView }) {
  const w = useWords();
  const say = useProblemWords();
  const take = useSend<object, ContactTasksView>(`/contact-requests/${task.id}/take`, {
    refresh: ['/contact-requests'],
  });
  const [problem, setProblem] = useState('');
  const begin = () => {
    take.mutateAsync({}).catch((error: unknown) => setProblem(say(error)));
  };
  return (
    <Card
      title={task.reference}
      note={w('contact.asked', {
        name: task.requester,
        agency: task.agency,
        date: formatDate(londonDate(task.askedOn)),
      })}
    >
      <Stack>
        <p>“{task.reason}”</p>
        {problem && <p role="alert">{problem}</p>}
        {task.status === 'ASKED' && (
          <Actions>
            <Button disabled={take.isPending} onClick={begin}>
              {w('contact.take')}
            </Button>
          </Actions>
        )}
        {task.status === 'TAKEN' && !task.mine && <p>{w('contact.others')}</p>}
        {task.status === 'TAKEN' && task.mine && (
          <>
            <ServicesToRing id={task.id} />
            <AnswerForm id={task.id} />
          </>
        )}
      </Stack>
    </Card>
  );
}

const ANSWERS = ['NO_SERVICE', 'NO', 'YES', 'THIRD_WAY'] as const;

function AnswerForm({ id }: { id: string }) {
  const w = useWords();
  const say = useProblemWords();
  const [said, setSaid] = useState('');
  const [words, setWords] = useState('');
  const [errors, setErrors] = useState<FormError[]>([]);
  const [attempt, setAttempt] = useState(0);
  const send = useSend<AnswerContact, ContactTasksView>(`/contact-requests/${id}/answer`, {
    refresh: ['/contact-requests'],
  });
  const told = said === 'YES' || said === 'THIRD_WAY';
  const answer = async () => {
    setAttempt((n) => n + 1);
    try {
      await send.mutateAsync({ said: said as AnswerContact['said'], ...(told ? { words } : {}) });
    } catch (error) {
      const fields = error instanceof Problem ? errorsOf(error) : [];
      setErrors(fields.length > 0 ? fields : [{ message: say(error) }]);
    }
  };
  const wrong = (field: string) => errors.find((error) => error.field === field)?.message;
  return (
    <FieldStack>
      <ErrorSummary errors={errors} attempt={attempt} />
      <RadioGroup
        name="said"
        label={w('contact.said')}
        options={ANSWERS.map((value) => ({ value, label: w(`contact.answers.${value}`) }))}
        value={said}
        error={wrong('said')}
        onChange={setSaid}
      />
      {told && (
        <TextArea
          name="words"
          label={w('contact.words')}
          hint={w('contact.wordsHint')}
          rows={3}
          maxLength={1000}
          value={words}
          error={wrong('words')}
          onChange={(event) => setWords(event.target.value)}
        />
      )}
      <div>
        <Button disabled={send.isPending} onClick={() => void answer()}>
          {w('contact.answer')}
        </Button>
      </div>
    </FieldStack>
  );
}

import { useState } from 'react';
import type { AnswerContribution, ContributionView } from '@encircle/shared/assessments';
import { formatDate } from '@encircle/shared/dates';
import { askedFields, holds, section as sectionOf, type AnswerValue } from '@encircle/shared/forms';
import { useWords } from '@web/i18n/useWords';
import { useProblemWords } from '@web/pages/useProblemWords';
import { errorsOf } from '@web/providers/problem';
import { useSend } from '@web/providers/useGet';
import { Button } from '@web/ui/Button';
import { Card } from '@web/ui/Card';
import { EmptyState } from '@web/ui/EmptyState';
import { ErrorSummary } from '@web/ui/ErrorSummary';
import { PageTitle } from '@web/ui/PageTitle';
import { SavedLine } from '@web/ui/SavedLine';
import { TextArea } from '@web/ui/TextArea';
import { Voice } from '@web/ui/Voice';
import { Actions, FieldStack, Stack } from '@web/ui/layout';
import { AnswerLines } from './AnswerLines';
import { FormFieldView } from './FormFieldView';
import type { KeptPlace } from './kept-text';
import { formNamed } from './known-forms';
import { useWordsAbout } from './useAssessment';
import type { HalfWritten } from './useHalfWritten';
import { useKeptForm } from './useKeptForm';

type Answers = Record<string, AnswerValue>;

interface Props {
  item: ContributionView;
  place: KeptPlace;
  half: HalfWritten | null;
}

/** The question, what the part says so far, and room for one's own; kept while typing. */
export function ContributeForm({ item, place, half }: Props) {
  const w = useWords();
  const words = useWordsAbout(item.child);
  const say = useProblemWords();
  const section = sectionOf(formNamed(item.formCode, item.formVersion), item.section);
  const form = useKeptForm<Answers>(place, half, (item.answers ?? {}) as Answers);
  const [attempt, setAttempt] = useState(0);
  const send = useSend<AnswerContribution, ContributionView>(`/contributions/${item.id}/answer`, {
    refresh: ['/my', '/notices'],
  });
  const lines = send.error ? errorsOf(send.error, (path) => path.replace(/^answers\./, '')) : [];
  const errors =
    send.error && lines.length === 0 ? [{ message: send.error.detail || say(send.error) }] : lines;
  const answer = async (over: Partial<AnswerContribution>) => {
    setAttempt((count) => count + 1);
    await form.flush();
    send.mutate(
      { version: send.data?.version ?? item.version, ...over },
      { onSuccess: ({ askedAt }) => form.settled(askedAt) },
    );
  };
  if (send.data)
    return (
      <EmptyState
        title={w(send.data.status === 'DECLINED' ? 'contributions.mine.said' : 'contributions.mine.sent')}
      >
        {send.data.status !== 'DECLINED' && w('contributions.mine.sentNote', { name: item.askedBy })}
      </EmptyState>
    );
  return (
    <>
      <PageTitle
        title={words(section.title)}
        tab={w('contributions.mine.tab')}
        note={w('contributions.mine.note', {
          name: item.askedBy,
          child: item.child,
          date: formatDate(item.dueOn),
        })}
      />
      <Stack>
        <SavedLine state={form.state} />
        <ErrorSummary errors={errors} attempt={attempt} />
        <Voice words={item.question} from={w('contributions.mine.says', { name: item.askedBy })} />
        {item.note && item.status === 'RETURNED' && (
          <Voice words={item.note} from={w('contributions.mine.back', { name: item.askedBy })} />
        )}
        {item.already.length > 0 && (
          <Card title={w('contributions.mine.already')}>
            <Stack style={{ gap: 16 }}>
              {item.already.map((answers, index) => (
                <AnswerLines
                  key={index}
                  child={item.child}
                  section={section}
                  answers={answers}
                  words={words}
                />
              ))}
            </Stack>
          </Card>
        )}
        <FieldStack>
          {askedFields(section)
            .filter((field) => field.when?.field === 'status' || !field.when || holds(field.when, form.value))
            .map((field) => (
              <FormFieldView
                key={field.key}
                field={field}
                id={field.key}
                words={words}
                value={form.value[field.key] ?? null}
                onChange={(value) => form.set((now) => ({ ...now, [field.key]: value }))}
              />
            ))}
        </FieldStack>
        <div>
          <Button
            kind="filled"
            disabled={send.isPending}
            onClick={() => void answer({ answers: form.value })}
          >
            {w('contributions.mine.send')}
          </Button>
        </div>
        {item.status !== 'ANSWERED' && (
          <Cannot busy={send.isPending} error={send.error?.fields['declined']?.[0]} onSend={answer} />
        )}
      </Stack>
    </>
  );
}

interface CannotProps {
  busy: boolean;
  error: string | undefined;
  onSend: (over: Partial<AnswerContribution>) => Promise<void>;
}

function Cannot({ busy, error, onSend }: CannotProps) {
  const w = useWords();
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  if (!open)
    return (
      <div>
        <Button kind="quiet" onClick={() => setOpen(true)}>
          {w('contributions.mine.cannot')}
        </Button>
      </div>
    );
  return (
    <Card title={w('contributions.mine.cannot')}>
      <Stack style={{ gap: 16 }}>
        <TextArea
          name="declined"
          label={w('contributions.mine.reason')}
          hint={w('contributions.mine.reasonHint')}
          rows={2}
          maxLength={500}
          error={error}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        <Actions>
          <Button disabled={busy} onClick={() => void onSend({ declined: reason })}>
            {w('contributions.mine.sendReason')}
          </Button>
        </Actions>
      </Stack>
    </Card>
  );
}

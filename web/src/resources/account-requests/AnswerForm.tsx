import { useState } from 'react';
import type { AccountRequestView, AnswerAccountRequest } from '@encircle/shared/account-requests';
import { useWords } from '@web/i18n/useWords';
import { useForm } from '@web/pages/useForm';
import { Button } from '@web/ui/Button';
import { ErrorSummary } from '@web/ui/ErrorSummary';
import { Actions, FieldStack } from '@web/ui/layout';
import { RadioGroup } from '@web/ui/RadioGroup';
import { TextArea } from '@web/ui/TextArea';
import { TextInput } from '@web/ui/TextInput';

const ANSWERS = ['NEUTRAL', 'OPENED'] as const;

/** The letter, or the account; to open takes the case and proof of who they are. */
export function AnswerForm({ request, onDone }: { request: AccountRequestView; onDone: () => void }) {
  const w = useWords();
  const form = useForm<Partial<AnswerAccountRequest>, AccountRequestView>(
    `/account-requests/${request.id}/answer`,
    { refresh: ['/account-requests'] },
  );
  const [value, setValue] = useState<Partial<AnswerAccountRequest>>({ answer: 'NEUTRAL', reason: '' });
  const set = (over: Partial<AnswerAccountRequest>) => setValue((old) => ({ ...old, ...over }));
  const opens = value.answer === 'OPENED';
  const save = async () => {
    const { ref, identity, ...rest } = value;
    const opening = opens ? { ...(ref ? { ref } : {}), ...(identity ? { identity } : {}) } : {};
    if ((await form.send({ ...rest, ...opening, version: request.version })) !== null) onDone();
  };
  return (
    <FieldStack>
      <ErrorSummary errors={form.errors} attempt={form.attempt} />
      <RadioGroup
        name="answer"
        label={w('accountRequests.answer.label')}
        options={ANSWERS.map((each) => ({
          value: each,
          label: w(`accountRequests.answer.${each}`),
          hint: w(`accountRequests.answer.${each}Hint`),
        }))}
        value={value.answer}
        error={form.wrong('answer')}
        onChange={(answer) => set({ answer: answer as AnswerAccountRequest['answer'] })}
      />
      {opens && (
        <>
          <TextInput
            name="ref"
            label={w('accountRequests.answer.ref')}
            value={value.ref ?? ''}
            error={form.wrong('ref')}
            onChange={(event) => set({ ref: event.target.value })}
          />
          <TextInput
            name="identity"
            label={w('accountRequests.answer.identity')}
            value={value.identity ?? ''}
            error={form.wrong('identity')}
            onChange={(event) => set({ identity: event.target.value })}
          />
        </>
      )}
      <TextArea
        name="reason"
        rows={2}
        maxLength={1000}
        label={w('accountRequests.answer.reason')}
        hint={w('accountRequests.answer.reasonHint')}
        value={value.reason ?? ''}
        error={form.wrong('reason')}
        onChange={(event) => set({ reason: event.target.value })}
      />
      <Actions>
        <Button kind="filled" disabled={form.busy} onClick={() => void save()}>
          {w('accountRequests.answer.save')}
        </Button>
        <Button kind="quiet" onClick={onDone}>
          {w('accountRequests.form.cancel')}
        </Button>
      </Actions>
    </FieldStack>
  );
}

import { useState } from 'react';
import type { PlanView } from '@encircle/shared/plans';
import { useWords } from '@web/i18n/useWords';
import { RecipientReference } from '@web/resources/agreements/RecipientReference';
import { Button } from '@web/ui/Button';
import { Card } from '@web/ui/Card';
import { DateField } from '@web/ui/DateField';
import { Actions, FieldStack } from '@web/ui/layout';
import { Select } from '@web/ui/Select';
import { TextInput } from '@web/ui/TextInput';
import type { PlanWrite } from './plan-write';

interface ActionFormProps {
  plan: PlanView;
  meetingId: string | null;
  write: PlanWrite;
  onDone: () => void;
}

/** Who does what by when: one owner. */
export function ActionForm({ plan, meetingId, write, onDone }: ActionFormProps) {
  const w = useWords();
  const [form, setForm] = useState({
    text: '',
    owner: '',
    byWhen: '',
    outcomeId: plan.plan?.outcomes[0]?.id ?? '',
  });
  const set = (part: Partial<typeof form>) => setForm((old) => ({ ...old, ...part }));
  const add = async () => {
    const owner = plan.people.find((each) => each.id === form.owner);
    const done = await write(`/plans/${plan.plan?.id ?? ''}/actions`, {
      text: form.text,
      byWhen: form.byWhen,
      ...(form.outcomeId ? { outcomeId: form.outcomeId } : {}),
      ...(meetingId === null ? {} : { meetingId }),
      ...(owner === undefined
        ? {}
        : owner.kind === 'FAMILY'
          ? { ownerPersonId: owner.id }
          : { ownerUserId: owner.id }),
    });
    if (done) onDone();
  };
  return (
    <Card title={w('plans.addAction')}>
      <FieldStack>
        <TextInput
          name="actionText"
          label={w('plans.actionText')}
          value={form.text}
          onChange={(event) => set({ text: event.target.value })}
          autoFocus
        />
        <Select
          name="actionOwner"
          label={w('plans.actionWho')}
          options={plan.people.map((each) => ({ value: each.id, label: each.name }))}
          value={form.owner}
          onChange={(event) => set({ owner: event.target.value })}
        />
        {plan.people.some((each) => each.kind === 'WORKER' && each.id === form.owner) && (
          <RecipientReference caseId={plan.episodeId} userId={form.owner} />
        )}
        <DateField
          name="actionBy"
          label={w('plans.byWhen')}
          value={form.byWhen}
          onChange={(byWhen) => set({ byWhen })}
        />
        <Select
          name="actionHope"
          label={w('plans.forHope')}
          empty={w('plans.loose')}
          options={(plan.plan?.outcomes ?? []).map((each) => ({ value: each.id, label: each.statement }))}
          value={form.outcomeId}
          onChange={(event) => set({ outcomeId: event.target.value })}
        />
        <Actions>
          <Button onClick={() => void add()}>{w('plans.add')}</Button>
          <Button kind="quiet" onClick={onDone}>
            {w('plans.leave')}
          </Button>
        </Actions>
      </FieldStack>
    </Card>
  );
}

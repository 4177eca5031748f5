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
import { forChild, lineChild, linesOf } from './line-child.model';
import { LineChild } from './LineChild';
import type { PlanWrite } from './plan-write';

interface ActionFormProps {
  plan: PlanView;
  meetingId: string | null;
  /** The child whose part is shown, if it is one child's. */
  child?: string | null;
  write: PlanWrite;
  onDone: () => void;
}

/** Who does what by when: one owner. */
export function ActionForm({ plan, meetingId, child = null, write, onDone }: ActionFormProps) {
  const w = useWords();
  const hopes = linesOf(plan.plan?.outcomes ?? [], child);
  const [form, setForm] = useState({
    text: '',
    owner: '',
    byWhen: '',
    outcomeId: hopes[0]?.id ?? '',
    subjectId: hopes[0]?.subjectId ?? lineChild(plan, child),
  });
  const set = (part: Partial<typeof form>) => setForm((old) => ({ ...old, ...part }));
  const add = async () => {
    const owner = plan.people.find((each) => each.id === form.owner);
    const done = await write(`/plans/${plan.plan?.id ?? ''}/actions`, {
      text: form.text,
      byWhen: form.byWhen,
      ...forChild(plan, form.subjectId),
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
          options={hopes.map((each) => ({ value: each.id, label: each.statement }))}
          value={form.outcomeId}
          onChange={({ target }) => {
            const meant = hopes.find(({ id }) => id === target.value)?.subjectId;
            set({ outcomeId: target.value, ...(meant ? { subjectId: meant } : {}) });
          }}
        />
        <LineChild plan={plan} value={form.subjectId} onChange={(subjectId) => set({ subjectId })} />
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

import { useState } from 'react';
import { RATERS } from '@encircle/shared/codes';
import type { PlanView } from '@encircle/shared/plans';
import { useWords } from '@web/i18n/useWords';
import { Button } from '@web/ui/Button';
import { Card } from '@web/ui/Card';
import { Disclosure } from '@web/ui/Disclosure';
import { Actions, FieldStack } from '@web/ui/layout';
import { RadioGroup } from '@web/ui/RadioGroup';
import { Select } from '@web/ui/Select';
import { TextInput } from '@web/ui/TextInput';
import { forChild, lineChild } from './line-child.model';
import { LineChild } from './LineChild';
import { NO_TAGS, tagsCommand } from './outcome-tags.model';
import { OutcomeTagFields } from './OutcomeTagFields';
import type { PlanWrite } from './plan-write';

const EMPTY = {
  need: '',
  statement: '',
  rater: 'CHILD',
  better: 'HIGHER',
  lowWords: '',
  highWords: '',
  baseline: '',
  target: '',
  tags: NO_TAGS,
};

/** A hope in the family's words, with what shows that it comes nearer. */
export function HopeForm({
  plan,
  child,
  write,
  onDone,
}: {
  plan: PlanView;
  /** The child whose part is shown, if it is one child's. */
  child?: string | null;
  write: PlanWrite;
  onDone: () => void;
}) {
  const w = useWords();
  const [form, setForm] = useState({ ...EMPTY, subjectId: lineChild(plan, child ?? null) });
  const set = (part: Partial<typeof form>) => setForm((old) => ({ ...old, ...part }));
  const score = (text: string): number | undefined =>
    text.trim() === '' ? undefined : Number(text.replace(',', '.'));
  const add = async () => {
    const { need, statement, rater, better, lowWords, highWords, tags, subjectId } = form;
    const done = await write(`/plans/${plan.plan?.id ?? ''}/outcomes`, {
      statement,
      ...forChild(plan, subjectId),
      rater,
      better,
      ...(need.trim() ? { need } : {}),
      ...(lowWords.trim() ? { lowWords } : {}),
      ...(highWords.trim() ? { highWords } : {}),
      ...tagsCommand(tags),
      baselineValue: score(form.baseline),
      targetValue: score(form.target),
    });
    if (done) onDone();
  };
  return (
    <Card title={w('plans.addHope')}>
      <FieldStack>
        <LineChild plan={plan} value={form.subjectId} onChange={(subjectId) => set({ subjectId })} />
        <TextInput
          name="need"
          label={w('plans.hope.need')}
          hint={w('plans.hope.needHint')}
          optional={w('meetings.ifAny')}
          value={form.need}
          onChange={(event) => set({ need: event.target.value })}
          autoFocus
        />
        <TextInput
          name="statement"
          label={w('plans.hope.statement')}
          hint={w('plans.hope.statementHint')}
          value={form.statement}
          onChange={(event) => set({ statement: event.target.value })}
        />
        <Select
          name="rater"
          label={w('plans.hope.rater')}
          empty={false}
          options={RATERS.rows.map((row) => ({ value: row.code, label: row.label }))}
          value={form.rater}
          onChange={(event) => set({ rater: event.target.value })}
        />
        <RadioGroup
          name="better"
          label={w('plans.hope.better')}
          options={[
            { value: 'HIGHER', label: w('plans.hope.higher') },
            { value: 'LOWER', label: w('plans.hope.lower') },
          ]}
          value={form.better}
          onChange={(better) => set({ better })}
        />
        <TextInput
          name="lowWords"
          label={w('plans.hope.low')}
          optional={w('meetings.ifAny')}
          value={form.lowWords}
          onChange={(event) => set({ lowWords: event.target.value })}
        />
        <TextInput
          name="highWords"
          label={w('plans.hope.high')}
          optional={w('meetings.ifAny')}
          value={form.highWords}
          onChange={(event) => set({ highWords: event.target.value })}
        />
        <TextInput
          name="baseline"
          inputMode="decimal"
          label={w('plans.hope.baseline')}
          optional={w('meetings.ifAny')}
          value={form.baseline}
          onChange={(event) => set({ baseline: event.target.value })}
        />
        <TextInput
          name="target"
          inputMode="decimal"
          label={w('plans.hope.target')}
          optional={w('meetings.ifAny')}
          value={form.target}
          onChange={(event) => set({ target: event.target.value })}
        />
        <Disclosure summary={w('claims.tags.title')}>
          <OutcomeTagFields value={form.tags} onChange={(tags) => set({ tags })} />
        </Disclosure>
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

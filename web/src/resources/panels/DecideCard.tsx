import { useState } from 'react';
import type { DecidePanelItem, PackColleagueView, PanelPackView } from '@encircle/shared/panels';
import { useWords } from '@web/i18n/useWords';
import { useForm } from '@web/pages/useForm';
import { Button } from '@web/ui/Button';
import { Card } from '@web/ui/Card';
import { DateField } from '@web/ui/DateField';
import { ErrorSummary } from '@web/ui/ErrorSummary';
import { Actions, FieldStack } from '@web/ui/layout';
import { Select } from '@web/ui/Select';
import { TextArea } from '@web/ui/TextArea';
import { TextInput } from '@web/ui/TextInput';
import { decisionOf, NO_DECISION, type TypedAction, type TypedDecision } from './panels.model';

/** What the chair writes down on the day: the decision, who sees to it, and what colleagues are asked to do. */
export function DecideCard({ pack }: { pack: PanelPackView }) {
  const w = useWords();
  const { item, colleagues } = pack;
  const form = useForm<DecidePanelItem>(`/panel-items/${item.id}/decision`, {
    refresh: [`/panel-items/${item.id}`, '/panel-days'],
  });
  const [value, setValue] = useState<TypedDecision>(NO_DECISION);
  const set = (over: Partial<TypedDecision>) => setValue((old) => ({ ...old, ...over }));
  const setAction = (at: number, over: Partial<TypedAction>) =>
    set({ actions: value.actions.map((each, n) => (n === at ? { ...each, ...over } : each)) });
  return (
    <Card title={w('panels.decide.title')}>
      <FieldStack>
        <ErrorSummary errors={form.errors} attempt={form.attempt} />
        <TextArea
          name="decision"
          label={w('panels.decide.decision')}
          rows={3}
          maxLength={4000}
          value={value.decision}
          error={form.wrong('decision')}
          onChange={(event) => set({ decision: event.target.value })}
        />
        <TextArea
          name="resources"
          label={w('panels.decide.resources')}
          optional={w('meetings.ifAny')}
          rows={2}
          maxLength={2000}
          value={value.resources}
          error={form.wrong('resources')}
          onChange={(event) => set({ resources: event.target.value })}
        />
        <TextInput
          name="owner"
          label={w('panels.decide.owner')}
          value={value.owner}
          error={form.wrong('owner')}
          onChange={(event) => set({ owner: event.target.value })}
        />
        <DateField
          name="dueOn"
          label={w('panels.decide.dueOn')}
          value={value.dueOn}
          error={form.wrong('dueOn')}
          onChange={(dueOn) => set({ dueOn })}
        />
        {colleagues.length > 0 && (
          <>
            <div>
              <h3>{w('panels.decide.actions')}</h3>
              <p>{w('panels.decide.actionsNote')}</p>
            </div>
            {value.actions.map((action, at) => (
              <ActionFields
                key={at}
                at={at}
                value={action}
                colleagues={colleagues}
                wrong={form.wrong}
                onChange={(over) => setAction(at, over)}
                onDrop={() => set({ actions: value.actions.filter((_, n) => n !== at) })}
              />
            ))}
            {value.actions.length < 10 && (
              <div>
                <Button
                  size="small"
                  onClick={() =>
                    set({ actions: [...value.actions, { text: '', ownerUserId: '', byWhen: '' }] })
                  }
                >
                  {w('panels.decide.addAction')}
                </Button>
              </div>
            )}
          </>
        )}
        <Actions>
          <Button
            kind="filled"
            disabled={form.busy}
            onClick={() => void form.send(decisionOf(item.version, value))}
          >
            {w('panels.decide.save')}
          </Button>
        </Actions>
      </FieldStack>
    </Card>
  );
}

interface ActionFieldsProps {
  at: number;
  value: TypedAction;
  colleagues: readonly PackColleagueView[];
  wrong: (field: string) => string | undefined;
  onChange: (over: Partial<TypedAction>) => void;
  onDrop: () => void;
}

function ActionFields({ at, value, colleagues, wrong, onChange, onDrop }: ActionFieldsProps) {
  const w = useWords();
  const name = (field: string) => `actions.${at}.${field}`;
  const numbered = (label: string) => `${at + 1}. ${label}`;
  return (
    <>
      <TextInput
        name={name('text')}
        label={numbered(w('panels.decide.action'))}
        value={value.text}
        error={wrong(name('text'))}
        onChange={(event) => onChange({ text: event.target.value })}
      />
      <Select
        name={name('ownerUserId')}
        label={numbered(w('panels.decide.actionOwner'))}
        options={colleagues.map(({ userId, name: who, jobTitle, agency }) => ({
          value: userId,
          label: [who, jobTitle, agency].filter(Boolean).join(', '),
        }))}
        value={value.ownerUserId}
        error={wrong(name('ownerUserId'))}
        onChange={(event) => onChange({ ownerUserId: event.target.value })}
      />
      <DateField
        name={name('byWhen')}
        label={numbered(w('panels.decide.actionBy'))}
        value={value.byWhen}
        error={wrong(name('byWhen'))}
        onChange={(byWhen) => onChange({ byWhen })}
      />
      <div>
        <Button
          size="small"
          kind="quiet"
          aria-label={w('panels.decide.dropActionOf', { n: at + 1 })}
          onClick={onDrop}
        >
          {w('panels.decide.dropAction')}
        </Button>
      </div>
    </>
  );
}

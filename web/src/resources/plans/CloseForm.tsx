import { useState } from 'react';
import {
  ACTION_STATUSES,
  CLOSURE_REASONS,
  FAMILY_AGREES_WITH_CLOSURE,
  labelOf,
  OUTCOME_STATUSES,
} from '@encircle/shared/codes';
import type { PlanView } from '@encircle/shared/plans';
import { useWords } from '@web/i18n/useWords';
import { useToday } from '@web/providers/me';
import { LevelHelpReference, useCaseLevel } from '@web/resources/levels/LevelHelpReference';
import { Button } from '@web/ui/Button';
import { Card } from '@web/ui/Card';
import { DateField } from '@web/ui/DateField';
import { ErrorSummary } from '@web/ui/ErrorSummary';
import { FieldStack, Stack } from '@web/ui/layout';
import { RadioGroup } from '@web/ui/RadioGroup';
import { Select } from '@web/ui/Select';
import { TextArea } from '@web/ui/TextArea';
import { TextInput } from '@web/ui/TextInput';
import { asksForWords, reasonsFor, withoutEmpty } from './close.model';
import { CloseExtras, type ExtraFields } from './CloseExtras';
import { useFormSend } from './useFormSend';

type Ending = { status: string; reason: string; transferredTo: string };
const OPEN = ['PROPOSED', 'AGREED', 'IN_PROGRESS'];

/** The closing form (rule 4.4); what the chosen reason needs beside it appears with it (rule 4.5). */
export function CloseForm({
  plan,
}: {
  plan: Pick<PlanView, 'episodeId' | 'state' | 'level' | 'plan'> & { child: { name: string | null } };
}) {
  const w = useWords();
  const today = useToday();
  const [fields, setFields] = useState<Record<string, string>>({
    closureDate: today,
    level: plan.level === null ? '' : String(plan.level),
    reason: '',
  });
  const [extras, setExtras] = useState<ExtraFields>({ attempts: [] });
  const [outcomes, setOutcomes] = useState<Record<string, string>>({});
  const [actions, setActions] = useState<Record<string, Ending>>({});
  const sender = useFormSend(`/episodes/${plan.episodeId}/close`, plan.episodeId);
  const help = useCaseLevel(plan.episodeId, 'CLOSURE');
  const set = (part: Record<string, string>) => setFields((old) => ({ ...old, ...part }));
  const value = (name: string): string => fields[name] ?? '';
  const open = (plan.plan?.outcomes ?? []).filter((each) => each.status === 'OPEN');
  const todo = (plan.plan?.actions ?? []).filter((each) => OPEN.includes(each.status));
  const submit = async () => {
    const { level, ...texts } = fields;
    if (asksForWords(value('reason')) && !(await help.keep(Number(level)))) return;
    void sender.send(
      withoutEmpty({
        ...texts,
        ...withoutEmpty(extras),
        level: level ? Number(level) : undefined,
        outcomes: Object.entries(outcomes).map(([outcomeId, status]) => ({ outcomeId, status })),
        actions: Object.entries(actions).map(([actionId, ending]) => ({ actionId, ...withoutEmpty(ending) })),
      }),
    );
  };
  const text = (name: string, label: string, hint?: string) => (
    <TextArea
      name={name}
      label={label}
      {...(hint ? { hint } : {})}
      error={sender.errorOf(name)}
      value={value(name)}
      onChange={(event) => set({ [name]: event.target.value })}
    />
  );
  return (
    <Stack>
      <ErrorSummary errors={[...help.errors, ...sender.errors]} attempt={sender.attempt + help.attempt} />
      <Card>
        <FieldStack>
          <Select
            name="reason"
            label={w('plans.closePage.reason')}
            error={sender.errorOf('reason')}
            options={reasonsFor(plan.state).map((code) => ({
              value: code,
              label: labelOf(CLOSURE_REASONS, code),
            }))}
            value={value('reason')}
            onChange={(event) => set({ reason: event.target.value })}
          />
          <DateField
            name="closureDate"
            label={w('plans.closePage.date')}
            error={sender.errorOf('closureDate')}
            value={value('closureDate')}
            onChange={(closureDate) => set({ closureDate })}
          />
          <CloseExtras
            caseId={plan.episodeId}
            errorOf={sender.errorOf}
            reason={value('reason')}
            fields={extras}
            onChange={(part) => setExtras((old) => ({ ...old, ...part }) as ExtraFields)}
          />
          {asksForWords(value('reason')) && (
            <>
              <Select
                name="level"
                label={w('plans.closePage.level')}
                options={['1', '2', '3', '4'].map((each) => ({ value: each, label: each }))}
                value={value('level')}
                onChange={(event) => set({ level: event.target.value })}
              />
              <LevelHelpReference
                helping={help}
                level={Number(value('level'))}
                caseId={plan.episodeId}
                onLevel={(chosen) => set({ level: String(chosen) })}
              />
              {open.map((outcome) => (
                <Select
                  key={outcome.id}
                  name={`outcome-${outcome.id}`}
                  label={w('plans.reviewPage.status', { hope: outcome.statement })}
                  options={OUTCOME_STATUSES.rows
                    .filter((row) => row.settled)
                    .map((row) => ({ value: row.code, label: row.label }))}
                  value={outcomes[outcome.id] ?? ''}
                  onChange={(event) => setOutcomes({ ...outcomes, [outcome.id]: event.target.value })}
                />
              ))}
              {todo.map((action) => (
                <ActionEnding
                  key={action.id}
                  id={action.id}
                  text={action.text}
                  value={actions[action.id]}
                  onChange={(ending) => setActions({ ...actions, [action.id]: ending })}
                />
              ))}
              {text('whoToContact', w('plans.closePage.contact'))}
              <RadioGroup
                name="familyAgrees"
                label={w('plans.closePage.agrees')}
                options={FAMILY_AGREES_WITH_CLOSURE.rows.map((row) => ({
                  value: row.code,
                  label: row.label,
                }))}
                value={value('familyAgrees') || null}
                onChange={(familyAgrees) => set({ familyAgrees })}
              />
              {value('familyAgrees') !== '' &&
                value('familyAgrees') !== 'AGREE' &&
                text('familyAgreesText', w('plans.closePage.agreesText'))}
              {text(
                'childComment',
                w('plans.closePage.child', { child: plan.child.name ?? w('week.someone').toLowerCase() }),
                w('plans.reviewPage.words'),
              )}
              {text('parentComment', w('plans.closePage.parent'), w('plans.reviewPage.words'))}
              {text('summary', w('plans.closePage.summary'))}
            </>
          )}
          <div>
            <Button
              kind="filled"
              size="large"
              onClick={() => void submit()}
              disabled={sender.busy || help.busy}
            >
              {w('plans.closePage.submit')}
            </Button>
          </div>
        </FieldStack>
      </Card>
    </Stack>
  );
}

function ActionEnding({
  id,
  text,
  value,
  onChange,
}: {
  id: string;
  text: string;
  value: Ending | undefined;
  onChange: (ending: Ending) => void;
}) {
  const w = useWords();
  const ending = value ?? { status: '', reason: '', transferredTo: '' };
  return (
    <>
      <Select
        name={`action-${id}`}
        label={w('plans.closePage.actionOf', { text })}
        options={ACTION_STATUSES.rows
          .filter((row) => !row.open && row.code !== 'NOT_DONE')
          .map((row) => ({ value: row.code, label: row.label }))}
        value={ending.status}
        onChange={(event) => onChange({ ...ending, status: event.target.value })}
      />
      {ending.status === 'CANCELLED' && (
        <TextInput
          name={`why-${id}`}
          label={w('plans.closePage.actionWhy', { text })}
          value={ending.reason}
          onChange={(event) => onChange({ ...ending, reason: event.target.value })}
        />
      )}
      {ending.status === 'TRANSFERRED' && (
        <TextInput
          name={`to-${id}`}
          label={w('plans.closePage.actionTo', { text })}
          value={ending.transferredTo}
          onChange={(event) => onChange({ ...ending, transferredTo: event.target.value })}
        />
      )}
    </>
  );
}

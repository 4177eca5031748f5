import { useState } from 'react';
import type { OutcomeEvidenceView, RecordEvidence } from '@encircle/shared/claims';
import { EVIDENCE_MOMENTS, offeredRows, OUTCOME_MEASURES, SF_OUTCOMES } from '@encircle/shared/codes';
import { useWords } from '@web/i18n/useWords';
import { useForm } from '@web/pages/useForm';
import { Button } from '@web/ui/Button';
import { Card } from '@web/ui/Card';
import { DateField } from '@web/ui/DateField';
import { ErrorSummary } from '@web/ui/ErrorSummary';
import { Actions, FieldStack } from '@web/ui/layout';
import { RadioGroup } from '@web/ui/RadioGroup';
import { Select } from '@web/ui/Select';
import { TextInput } from '@web/ui/TextInput';
import {
  boundsOf,
  evidenceCommand,
  firstMoment,
  isAboutSomebody,
  measureOf,
  type EvidenceForm as Typed,
} from './evidence.model';

interface EvidenceFormProps {
  view: OutcomeEvidenceView;
  /** Of the ten; nought: to be chosen. */
  outcome: number;
  onDone: () => void;
}

/** What was measured, when, and who says so. */
export function EvidenceForm({ view, outcome, onDone }: EvidenceFormProps) {
  const w = useWords();
  const need = view.needs.find((each) => each.outcome === outcome);
  const [form, setForm] = useState<Typed>({
    outcome: outcome === 0 ? '' : String(outcome),
    moment: firstMoment(view.moments, need),
    measure: measureOf(need),
    value: '',
    measuredOn: '',
    source: '',
    met: '',
    aboutPersonId: '',
  });
  const set = (part: Partial<Typed>) => setForm((old) => ({ ...old, ...part }));
  const path = `/episodes/${view.episodeId}/outcome-evidence`;
  const { send, errors, attempt, wrong, busy } = useForm<RecordEvidence>(path, {
    refresh: [path, '/my/', '/claims'],
  });
  const keep = async () => {
    if ((await send(evidenceCommand(form))) !== null) onDone();
  };
  const bounds = boundsOf(form.measure);
  const rowsOf = (list: Parameters<typeof offeredRows>[0]) =>
    offeredRows(list).map((row) => ({ value: row.code, label: row.label }));
  return (
    <Card
      title={need === undefined ? w('claims.form.title') : w('claims.evidence.addOf', { need: need.label })}
    >
      <FieldStack>
        <ErrorSummary errors={errors} attempt={attempt} />
        {outcome === 0 && (
          <Select
            name="outcome"
            label={w('claims.form.outcome')}
            options={rowsOf(SF_OUTCOMES)}
            error={wrong('outcome')}
            value={form.outcome}
            onChange={(event) => set({ outcome: event.target.value })}
          />
        )}
        <RadioGroup
          name="moment"
          label={w('claims.form.moment')}
          options={rowsOf(EVIDENCE_MOMENTS).filter(({ value }) => view.moments.includes(value))}
          error={wrong('moment')}
          value={form.moment}
          onChange={(moment) => set({ moment })}
        />
        <Select
          name="measure"
          label={w('claims.form.measure')}
          options={rowsOf(OUTCOME_MEASURES)}
          error={wrong('measure')}
          value={form.measure}
          onChange={(event) => set({ measure: event.target.value })}
        />
        <TextInput
          name="value"
          inputMode="decimal"
          label={w('claims.form.value')}
          {...(bounds === null ? {} : { hint: w('claims.form.valueHint', bounds) })}
          error={wrong('value')}
          value={form.value}
          onChange={(event) => set({ value: event.target.value })}
        />
        <DateField
          name="measuredOn"
          label={w('claims.form.on')}
          error={wrong('measuredOn')}
          value={form.measuredOn}
          onChange={(measuredOn) => set({ measuredOn })}
        />
        <TextInput
          name="source"
          label={w('claims.form.source')}
          hint={w('claims.form.sourceHint')}
          error={wrong('source')}
          value={form.source}
          onChange={(event) => set({ source: event.target.value })}
        />
        {isAboutSomebody(form.outcome) && (
          <Select
            name="aboutPersonId"
            label={w('claims.form.about')}
            hint={w('claims.form.aboutHint')}
            options={view.people.map(({ id, name }) => ({ value: id, label: name }))}
            error={wrong('aboutPersonId')}
            value={form.aboutPersonId}
            onChange={(event) => set({ aboutPersonId: event.target.value })}
          />
        )}
        {form.moment !== 'START' && form.moment !== '' && (
          <RadioGroup
            name="met"
            label={w('claims.form.met')}
            options={[
              { value: 'YES', label: w('claims.form.yes') },
              { value: 'NO', label: w('claims.form.no') },
            ]}
            error={wrong('met')}
            value={form.met}
            onChange={(met) => set({ met })}
          />
        )}
        <Actions>
          <Button kind="filled" onClick={() => void keep()} disabled={busy}>
            {w('claims.form.send')}
          </Button>
          <Button kind="quiet" onClick={onDone}>
            {w('claims.form.leave')}
          </Button>
        </Actions>
      </FieldStack>
    </Card>
  );
}

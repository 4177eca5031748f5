import { useState } from 'react';
import { formatLong } from '@encircle/shared/dates';
import type { BringToPanel, CasePanelView } from '@encircle/shared/panels';
import { useWords } from '@web/i18n/useWords';
import { useForm } from '@web/pages/useForm';
import { Button } from '@web/ui/Button';
import { Card } from '@web/ui/Card';
import { ErrorSummary } from '@web/ui/ErrorSummary';
import { Actions, FieldStack } from '@web/ui/layout';
import { Light } from '@web/ui/Light';
import { Notice } from '@web/ui/Notice';
import { RadioGroup } from '@web/ui/RadioGroup';
import { Select } from '@web/ui/Select';
import { TextArea } from '@web/ui/TextArea';
import { TextInput } from '@web/ui/TextInput';
import { LIGHTS } from './panels.model';

/** What the panel is asked and when; the light says beforehand what its members may read. */
export function BringForm({ view }: { view: CasePanelView }) {
  const w = useWords();
  const { episodeId, days, light } = view;
  const form = useForm<BringToPanel>(`/episodes/${episodeId}/panel`, {
    refresh: [`/episodes/${episodeId}`, '/my'],
  });
  const [value, setValue] = useState({
    dayId: days.length === 1 ? (days[0]?.id ?? '') : '',
    question: '',
    minutes: '20',
    withoutNames: light === 'NO',
    summary: '',
  });
  const set = (over: Partial<typeof value>) => setValue((old) => ({ ...old, ...over }));
  if (days.length === 0) return <Notice>{w('panels.case.noDay')}</Notice>;
  const send = () =>
    form.send({
      version: view.version,
      dayId: value.dayId,
      question: value.question,
      minutes: Number(value.minutes),
      withoutNames: value.withoutNames,
      ...(value.withoutNames ? { summary: value.summary } : {}),
    });
  return (
    <Card title={w('panels.case.bring')} note={w('panels.case.bringNote')}>
      <FieldStack>
        <ErrorSummary errors={form.errors} attempt={form.attempt} />
        <div>
          <Light state={LIGHTS[light]}>{w(`panels.lights.${light}`)}</Light>
          {light !== 'YES' && (
            <p style={{ marginLeft: 30 }}>
              <Button size="small" kind="quiet" to={`/cases/${episodeId}/agreement`}>
                {w('panels.case.ask')}
              </Button>
            </p>
          )}
        </div>
        <Select
          name="dayId"
          label={w('panels.case.dayField')}
          options={days.map(({ id, onDay, startsAt, place }) => ({
            value: id,
            label: w('panels.case.dayOption', { date: formatLong(onDay), time: startsAt, place }),
          }))}
          value={value.dayId}
          error={form.wrong('dayId')}
          onChange={(event) => set({ dayId: event.target.value })}
        />
        <TextArea
          name="question"
          label={w('panels.case.question')}
          hint={w('panels.case.questionHint')}
          rows={3}
          maxLength={4000}
          value={value.question}
          error={form.wrong('question')}
          onChange={(event) => set({ question: event.target.value })}
        />
        <RadioGroup
          name="withoutNames"
          label={w('panels.case.names')}
          options={[
            { value: 'no', label: w('panels.case.withNames') },
            { value: 'yes', label: w('panels.case.withoutNames') },
          ]}
          value={value.withoutNames ? 'yes' : 'no'}
          error={form.wrong('withoutNames')}
          onChange={(answer) => set({ withoutNames: answer === 'yes' })}
        />
        {value.withoutNames && (
          <TextArea
            name="summary"
            label={w('panels.case.summary')}
            hint={w('panels.case.summaryHint')}
            rows={5}
            maxLength={4000}
            value={value.summary}
            error={form.wrong('summary')}
            onChange={(event) => set({ summary: event.target.value })}
          />
        )}
        <TextInput
          name="minutes"
          label={w('panels.case.minutes')}
          inputMode="numeric"
          value={value.minutes}
          error={form.wrong('minutes')}
          onChange={(event) => set({ minutes: event.target.value })}
        />
        <Actions>
          <Button kind="filled" disabled={form.busy} onClick={() => void send()}>
            {w('panels.case.save')}
          </Button>
        </Actions>
      </FieldStack>
    </Card>
  );
}

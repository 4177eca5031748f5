import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { ChangePanelDay, PanelDayView, PanelsView, SetPanelDay } from '@encircle/shared/panels';
import { useWords } from '@web/i18n/useWords';
import { Loaded } from '@web/layout/Loaded';
import { useForm } from '@web/pages/useForm';
import { useGet } from '@web/providers/useGet';
import { Button } from '@web/ui/Button';
import { CheckList } from '@web/ui/CheckList';
import { DateField } from '@web/ui/DateField';
import { ErrorSummary } from '@web/ui/ErrorSummary';
import { Actions, FieldStack } from '@web/ui/layout';
import { Notice } from '@web/ui/Notice';
import { Select } from '@web/ui/Select';
import { TextInput } from '@web/ui/TextInput';

/** When and where the panel sits, who sits on it and who chairs. */
export function DayForm({ day }: { day: PanelDayView | null }) {
  const w = useWords();
  const query = useGet<PanelsView>('/panels');
  return (
    <Loaded query={query}>
      {({ items }) =>
        items.length === 0 ? <Notice>{w('panels.form.nobody')}</Notice> : <Fields day={day} panels={items} />
      }
    </Loaded>
  );
}

function Fields({ day, panels }: { day: PanelDayView | null; panels: PanelsView['items'] }) {
  const w = useWords();
  const go = useNavigate();
  const form = useForm<SetPanelDay | ChangePanelDay, PanelDayView>(
    day ? `/panel-days/${day.id}` : '/panel-days',
    { method: day ? 'PUT' : 'POST', refresh: ['/panel-days'] },
  );
  const [value, setValue] = useState<SetPanelDay>({
    panelId: day?.panelId ?? panels[0]?.id ?? '',
    onDay: day?.onDay ?? '',
    startsAt: day?.startsAt ?? '',
    place: day?.place ?? '',
    chairId: day?.chairId ?? '',
    memberIds: day?.members.map(({ userId }) => userId) ?? [],
  });
  const set = (over: Partial<SetPanelDay>) => setValue((old) => ({ ...old, ...over }));
  const people = panels.find(({ id }) => id === value.panelId)?.people ?? [];
  const save = async () => {
    const saved = await form.send(day ? { ...value, version: day.version } : value);
    if (saved) await go(`/panel-days/${saved.id}`);
  };
  return (
    <FieldStack>
      <ErrorSummary errors={form.errors} attempt={form.attempt} />
      {panels.length > 1 && (
        <Select
          name="panelId"
          label={w('panels.form.panel')}
          options={panels.map(({ id, name }) => ({ value: id, label: name }))}
          value={value.panelId}
          error={form.wrong('panelId')}
          onChange={(event) => set({ panelId: event.target.value, memberIds: [], chairId: '' })}
        />
      )}
      <DateField
        name="onDay"
        label={w('panels.form.onDay')}
        value={value.onDay}
        error={form.wrong('onDay')}
        onChange={(onDay) => set({ onDay })}
      />
      <TextInput
        name="startsAt"
        label={w('panels.form.startsAt')}
        hint={w('panels.form.startsAtHint')}
        value={value.startsAt}
        error={form.wrong('startsAt')}
        onChange={(event) => set({ startsAt: event.target.value })}
      />
      <TextInput
        name="place"
        label={w('panels.form.place')}
        value={value.place}
        error={form.wrong('place')}
        onChange={(event) => set({ place: event.target.value })}
      />
      <CheckList
        name="memberIds"
        label={w('panels.form.members')}
        options={people.map(({ userId, name, jobTitle }) => ({
          value: userId,
          label: name,
          ...(jobTitle ? { hint: jobTitle } : {}),
        }))}
        value={value.memberIds}
        error={form.wrong('memberIds')}
        onChange={(memberIds) => set({ memberIds })}
      />
      <Select
        name="chairId"
        label={w('panels.form.chair')}
        options={people
          .filter(({ userId }) => value.memberIds.includes(userId))
          .map(({ userId, name }) => ({ value: userId, label: name }))}
        value={value.chairId}
        error={form.wrong('chairId')}
        onChange={(event) => set({ chairId: event.target.value })}
      />
      <Actions>
        <Button kind="filled" disabled={form.busy} onClick={() => void save()}>
          {w('panels.form.save')}
        </Button>
        <Button kind="quiet" to={day ? `/panel-days/${day.id}` : '/panel-days'}>
          {w('panels.form.cancel')}
        </Button>
      </Actions>
    </FieldStack>
  );
}

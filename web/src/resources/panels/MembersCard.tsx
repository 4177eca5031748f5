import { useState } from 'react';
import {
  PANEL_ATTENDANCE,
  type PanelAttendance,
  type PanelDayView,
  type RecordPanelAttendance,
} from '@encircle/shared/panels';
import { useWords } from '@web/i18n/useWords';
import { useForm } from '@web/pages/useForm';
import { Button } from '@web/ui/Button';
import { Card, CardLines } from '@web/ui/Card';
import { ErrorSummary } from '@web/ui/ErrorSummary';
import { FieldStack } from '@web/ui/layout';
import { Notice } from '@web/ui/Notice';
import { Select } from '@web/ui/Select';
import { Tag } from '@web/ui/Tag';

/** Who sits on the day; on the day and after it, who came. */
export function MembersCard({ day, mayRecord }: { day: PanelDayView; mayRecord: boolean }) {
  const w = useWords();
  return (
    <Card title={w('panels.members.title')} count={day.members.length} flush={!mayRecord}>
      {mayRecord ? (
        <WhoCame key={day.version} day={day} />
      ) : (
        <CardLines>
          {day.members.map(({ userId, name, jobTitle, attendance }) => (
            <li key={userId}>
              <strong>{name}</strong> {jobTitle}{' '}
              {userId === day.chairId && <Tag tone="teal">{w('panels.members.chair')}</Tag>}{' '}
              {attendance && <Tag>{w(`panels.members.was.${attendance}`)}</Tag>}
            </li>
          ))}
        </CardLines>
      )}
    </Card>
  );
}

function WhoCame({ day }: { day: PanelDayView }) {
  const w = useWords();
  const form = useForm<RecordPanelAttendance, PanelDayView>(`/panel-days/${day.id}/attendance`, {
    method: 'PUT',
    refresh: [`/panel-days/${day.id}`],
  });
  const [came, setCame] = useState<Record<string, string>>(
    Object.fromEntries(day.members.map(({ userId, attendance }) => [userId, attendance ?? ''])),
  );
  const [saved, setSaved] = useState(false);
  const save = async () => {
    setSaved(false);
    const members = Object.entries(came)
      .filter(([, attendance]) => attendance !== '')
      .map(([userId, attendance]) => ({ userId, attendance: attendance as PanelAttendance }));
    if (await form.send({ members })) setSaved(true);
  };
  return (
    <FieldStack>
      <ErrorSummary errors={form.errors} attempt={form.attempt} />
      {day.members.map(({ userId, name, jobTitle }) => (
        <Select
          key={userId}
          name={`came.${userId}`}
          label={[name, jobTitle].filter(Boolean).join(', ')}
          options={PANEL_ATTENDANCE.map((each) => ({ value: each, label: w(`panels.members.was.${each}`) }))}
          value={came[userId] ?? ''}
          onChange={(event) => setCame((old) => ({ ...old, [userId]: event.target.value }))}
        />
      ))}
      <div>
        <Button disabled={form.busy} onClick={() => void save()}>
          {w('panels.members.save')}
        </Button>
      </div>
      {saved && <Notice kind="good">{w('panels.members.saved')}</Notice>}
    </FieldStack>
  );
}

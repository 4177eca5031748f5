import { useState } from 'react';
import { familyLabelOf, RELATIONSHIPS } from '@encircle/shared/codes';
import {
  LEFT_OUT_CODES,
  type LeaveOut,
  type LeftOutCode,
  type LeftOutList,
  type LeftOutView,
} from '@encircle/shared/meetings';
import { useWords } from '@web/i18n/useWords';
import { useProblemWords } from '@web/pages/useProblemWords';
import { isFamily } from '@web/providers/family';
import { useMe } from '@web/providers/me';
import { errorsOf } from '@web/providers/problem';
import { useGet, useSend } from '@web/providers/useGet';
import { Button } from '@web/ui/Button';
import { Card } from '@web/ui/Card';
import { ErrorSummary } from '@web/ui/ErrorSummary';
import { Actions, FieldStack, Stack } from '@web/ui/layout';
import { Notice } from '@web/ui/Notice';
import { RadioGroup } from '@web/ui/RadioGroup';
import { Select } from '@web/ui/Select';
import { TextArea } from '@web/ui/TextArea';

const REFRESH = ['/meetings'];

/** Who of the family is not asked, and why: for those who may read of the family, and nobody else. */
export function LeftOutCard({ meetingId }: { meetingId: string }) {
  const w = useWords();
  const family = isFamily(useMe().membership.role);
  const { data } = useGet<LeftOutList>(family ? null : `/meetings/${meetingId}/left-out`);
  const [adding, setAdding] = useState(false);
  if (!data || (data.items.length === 0 && !data.mayChange)) return null;
  const mayAdd = data.mayChange && data.choices.length > 0;
  return (
    <Card title={w('meetings.leftOut.title')} note={w('meetings.leftOut.note')}>
      <Stack>
        {data.items.map((item) => (
          <LeftOut key={item.id} item={item} mayUndo={data.mayChange} />
        ))}
        {adding && <AddForm meetingId={meetingId} list={data} onDone={() => setAdding(false)} />}
        {mayAdd && !adding && (
          <Actions>
            <Button size="small" onClick={() => setAdding(true)}>
              {w('meetings.leftOut.add')}
            </Button>
          </Actions>
        )}
      </Stack>
    </Card>
  );
}

function LeftOut({ item, mayUndo }: { item: LeftOutView; mayUndo: boolean }) {
  const w = useWords();
  const say = useProblemWords();
  const send = useSend<{ version: number }, LeftOutList>(`/left-out/${item.id}/undo`, { refresh: REFRESH });
  const relation = item.relationship === null ? null : familyLabelOf(RELATIONSHIPS, item.relationship);
  return (
    <div>
      <strong>{relation ? `${item.name}, ${relation.toLowerCase()}` : item.name}</strong>
      <p>
        {w(`meetings.leftOut.codes.${item.code}`)}. {item.reason}
      </p>
      <small>{w('meetings.leftOut.by', { name: item.by ?? '' })}</small>
      {send.error && <Notice kind="red">{say(send.error)}</Notice>}
      {mayUndo && (
        <Actions style={{ marginTop: 8 }}>
          <Button
            size="small"
            kind="quiet"
            disabled={send.isPending}
            onClick={() => send.mutate({ version: item.version })}
          >
            {w('meetings.leftOut.undo', { name: item.name })}
          </Button>
        </Actions>
      )}
    </div>
  );
}

interface AddFormProps {
  meetingId: string;
  list: LeftOutList;
  onDone: () => void;
}

function AddForm({ meetingId, list, onDone }: AddFormProps) {
  const w = useWords();
  const say = useProblemWords();
  const [value, setValue] = useState<Partial<LeaveOut>>({ reason: '' });
  const [attempt, setAttempt] = useState(0);
  const send = useSend<Partial<LeaveOut>, LeftOutList>(`/meetings/${meetingId}/left-out`, {
    refresh: REFRESH,
  });
  const lines = send.error ? errorsOf(send.error) : [];
  const wrong = Object.fromEntries(lines.map(({ field, message }) => [field, message]));
  const set = (over: Partial<LeaveOut>) => setValue((old) => ({ ...old, ...over }));
  return (
    <FieldStack>
      <ErrorSummary errors={lines} attempt={attempt} />
      {send.error && lines.length === 0 && <Notice kind="red">{say(send.error)}</Notice>}
      <Select
        name="personId"
        label={w('meetings.leftOut.who')}
        options={list.choices.map(({ personId, name }) => ({ value: personId, label: name }))}
        value={value.personId ?? ''}
        error={wrong['personId']}
        onChange={(event) => set({ personId: event.target.value })}
      />
      <RadioGroup
        name="code"
        label={w('meetings.leftOut.why')}
        options={LEFT_OUT_CODES.map((code) => ({ value: code, label: w(`meetings.leftOut.codes.${code}`) }))}
        value={value.code ?? null}
        error={wrong['code']}
        onChange={(code) => set({ code: code as LeftOutCode })}
      />
      <TextArea
        name="reason"
        label={w('meetings.leftOut.reason')}
        hint={w('meetings.leftOut.reasonHint')}
        rows={2}
        maxLength={1000}
        value={value.reason ?? ''}
        error={wrong['reason']}
        onChange={(event) => set({ reason: event.target.value })}
      />
      <Actions>
        <Button
          kind="filled"
          size="small"
          disabled={send.isPending}
          onClick={() => {
            setAttempt((count) => count + 1);
            send.mutate(value, { onSuccess: onDone });
          }}
        >
          {w('meetings.leftOut.save')}
        </Button>
        <Button kind="quiet" size="small" onClick={onDone}>
          {w('meetings.leftOut.cancel')}
        </Button>
      </Actions>
    </FieldStack>
  );
}

import { useState } from 'react';
import type { AskForShield, ShieldRequestsView } from '@encircle/shared/restrictions';
import { formatDate, londonTime, londonDate } from '@encircle/shared/dates';
import { useWords } from '@web/i18n/useWords';
import { useForm } from '@web/pages/useForm';
import { useGet } from '@web/providers/useGet';
import { Button } from '@web/ui/Button';
import { Card } from '@web/ui/Card';
import { ErrorSummary } from '@web/ui/ErrorSummary';
import { Actions, FieldStack, Stack } from '@web/ui/layout';
import { RadioGroup } from '@web/ui/RadioGroup';
import { Select } from '@web/ui/Select';
import { TextArea } from '@web/ui/TextArea';
import { GROUNDS_OF } from './shields.model';

export interface AskForShieldProps {
  episodeId: string;
  people: readonly { id: string; name: string }[];
}

/** For everybody with a place on the case: the CAF team is asked to shield the record, and what became of it. */
export function AskForShieldCard({ episodeId, people }: AskForShieldProps) {
  const w = useWords();
  const [asking, setAsking] = useState(false);
  const query = useGet<ShieldRequestsView>(`/episodes/${episodeId}/shield-requests`);
  if (!query.data) return null;
  const { items } = query.data;
  return (
    <div className="no-print">
      <Card title={w('restrictions.askShield.title')} note={w('restrictions.askShield.note')}>
        <Stack>
          {items.length > 0 && (
            <ul>
              {items.map(({ id, status, askedAt, answer }) => (
                <li key={id}>
                  {w(`restrictions.askShield.states.${status}`, {
                    when: `${formatDate(londonDate(askedAt))}, ${londonTime(askedAt)}`,
                    why: answer ?? '',
                  })}
                </li>
              ))}
            </ul>
          )}
          {asking && <AskForm episodeId={episodeId} people={people} onDone={() => setAsking(false)} />}
          {!asking && !items.some(({ status }) => status === 'ASKED') && (
            <div>
              <Button onClick={() => setAsking(true)}>{w('restrictions.askShield.ask')}</Button>
            </div>
          )}
        </Stack>
      </Card>
    </div>
  );
}

function AskForm({ episodeId, people, onDone }: AskForShieldProps & { onDone: () => void }) {
  const w = useWords();
  const [value, setValue] = useState<Partial<AskForShield>>({});
  const set = (over: Partial<AskForShield>) => setValue((now) => ({ ...now, ...over }));
  const form = useForm<Partial<AskForShield>, ShieldRequestsView>(`/episodes/${episodeId}/shield-requests`, {
    refresh: [`/episodes/${episodeId}/shield-requests`],
  });
  const send = async () => {
    if (await form.send(value)) onDone();
  };
  return (
    <FieldStack>
      <ErrorSummary errors={form.errors} attempt={form.attempt} />
      {people.length > 1 && (
        <RadioGroup
          name="childId"
          label={w('restrictions.form.child')}
          options={people.map(({ id, name }) => ({ value: id, label: name }))}
          value={value.childId}
          error={form.wrong('childId')}
          onChange={(childId) => set({ childId })}
        />
      )}
      <Select
        name="ground"
        label={w('restrictions.askShield.ground')}
        options={GROUNDS_OF.SHIELD.map((ground) => ({
          value: ground,
          label: w(`restrictions.shields.grounds.${ground}`),
        }))}
        value={value.ground ?? ''}
        error={form.wrong('ground')}
        onChange={(event) => set({ ground: event.target.value as AskForShield['ground'] })}
      />
      <TextArea
        name="reason"
        label={w('restrictions.askShield.reason')}
        hint={w('restrictions.askShield.reasonHint')}
        rows={3}
        maxLength={1000}
        value={value.reason ?? ''}
        error={form.wrong('reason')}
        onChange={(event) => set({ reason: event.target.value })}
      />
      <Actions>
        <Button kind="filled" disabled={form.busy} onClick={() => void send()}>
          {w('restrictions.askShield.send')}
        </Button>
        <Button kind="quiet" onClick={onDone}>
          {w('restrictions.form.cancel')}
        </Button>
      </Actions>
    </FieldStack>
  );
}

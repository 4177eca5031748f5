import { useState } from 'react';
import type { DeclineShield, ShieldAskedView, ShieldsAskedPage } from '@encircle/shared/restrictions';
import { formatDate, londonTime, londonDate } from '@encircle/shared/dates';
import { useWords } from '@web/i18n/useWords';
import { MorePages, useMorePages } from '@web/layout/MorePages';
import { useForm } from '@web/pages/useForm';
import { Button } from '@web/ui/Button';
import { Card } from '@web/ui/Card';
import { Dialog } from '@web/ui/Dialog';
import { ErrorSummary } from '@web/ui/ErrorSummary';
import { Actions, FieldStack, Stack } from '@web/ui/layout';
import { Tag } from '@web/ui/Tag';
import { TextArea } from '@web/ui/TextArea';
import { ShieldForm } from './ShieldForm';

type Doing = { kind: 'protect' | 'decline'; asked: ShieldAskedView } | null;

/** Shields colleagues asked for, oldest first: put on within the hour, or told why not. Not there when nobody asks. */
export function ShieldsAskedCard() {
  const w = useWords();
  const [doing, setDoing] = useState<Doing>(null);
  const pages = useMorePages<ShieldsAskedPage>('/shield-requests', { limit: 25 });
  const done = () => setDoing(null);
  if ((pages.data?.pages[0]?.items.length ?? 0) === 0) return null;
  return (
    <Card title={w('restrictions.asked.title')} note={w('restrictions.asked.note')}>
      <MorePages pages={pages} more={w('restrictions.page.more')}>
        {(items) => (
          <Stack>
            {items.map((asked) => (
              <section key={asked.id} aria-label={asked.reference}>
                <Asked asked={asked} />
                {doing?.kind === 'protect' && doing.asked.id === asked.id ? (
                  <ShieldForm asked={asked} onDone={done} onCancel={done} />
                ) : (
                  <Actions>
                    <Button onClick={() => setDoing({ kind: 'protect', asked })}>
                      {w('restrictions.asked.protect')}
                    </Button>
                    <Button kind="quiet" onClick={() => setDoing({ kind: 'decline', asked })}>
                      {w('restrictions.asked.decline')}
                    </Button>
                  </Actions>
                )}
              </section>
            ))}
          </Stack>
        )}
      </MorePages>
      {doing?.kind === 'decline' && <DeclineDialog asked={doing.asked} onClose={done} />}
    </Card>
  );
}

function Asked({ asked }: { asked: ShieldAskedView }) {
  const w = useWords();
  return (
    <>
      <p>
        <strong>{asked.reference}</strong>{' '}
        <Tag tone={asked.overdue ? 'red' : 'amber'} mark={asked.overdue ? 'alert-diamond' : 'clock'}>
          {w(asked.overdue ? 'restrictions.asked.overdue' : 'restrictions.asked.by', {
            time: londonTime(asked.dueAt),
          })}
        </Tag>
      </p>
      <p>
        {w('restrictions.asked.who', {
          name: asked.requester,
          agency: asked.agency,
          when: `${formatDate(londonDate(asked.askedAt))}, ${londonTime(asked.askedAt)}`,
          ground: w(`restrictions.shields.grounds.${asked.ground}`),
        })}
      </p>
      <p>“{asked.reason}”</p>
    </>
  );
}

function DeclineDialog({ asked, onClose }: { asked: ShieldAskedView; onClose: () => void }) {
  const w = useWords();
  const [reason, setReason] = useState('');
  const form = useForm<DeclineShield, ShieldsAskedPage>(`/shield-requests/${asked.id}/decline`, {
    refresh: ['/shield-requests', '/my'],
  });
  const send = async () => {
    if (await form.send({ reason, version: asked.version })) onClose();
  };
  return (
    <Dialog
      open
      title={w('restrictions.asked.declineTitle', { ref: asked.reference })}
      onClose={onClose}
      actions={
        <>
          <Button kind="filled" disabled={form.busy} onClick={() => void send()}>
            {w('restrictions.asked.decline')}
          </Button>
          <Button kind="quiet" onClick={onClose}>
            {w('restrictions.form.cancel')}
          </Button>
        </>
      }
    >
      <FieldStack>
        <ErrorSummary errors={form.errors} attempt={form.attempt} />
        <TextArea
          name="reason"
          label={w('restrictions.asked.declineReason')}
          hint={w('restrictions.asked.declineHint')}
          rows={3}
          maxLength={1000}
          value={reason}
          error={form.wrong('reason')}
          onChange={(event) => setReason(event.target.value)}
        />
      </FieldStack>
    </Dialog>
  );
}

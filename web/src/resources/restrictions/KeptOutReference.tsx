import { useState } from 'react';
import type { BlocksView, BlockView, SetBlock } from '@encircle/shared/restrictions';
import { useWords } from '@web/i18n/useWords';
import { Loaded } from '@web/layout/Loaded';
import { useProblemWords } from '@web/pages/useProblemWords';
import { useMe } from '@web/providers/me';
import { useGet, useSend } from '@web/providers/useGet';
import { Button } from '@web/ui/Button';
import { Card } from '@web/ui/Card';
import { Actions, FieldStack } from '@web/ui/layout';
import { Notice } from '@web/ui/Notice';
import { TextArea } from '@web/ui/TextArea';
import { BlockForm } from './BlockForm';
import { BlockTable } from './BlockTable';

export interface KeptOutProps {
  episodeId: string;
  people: readonly { id: string; name: string }[];
}

/** For whoever leads the case: who finds no record of this child, and why. */
export function KeptOut({ episodeId, people }: KeptOutProps) {
  const w = useWords();
  const [adding, setAdding] = useState(false);
  const query = useGet<BlocksView>(`/episodes/${episodeId}/blocks`);
  return (
    <div className="no-print">
      <Card title={w('restrictions.keptOut.title')} note={w('restrictions.keptOut.note')}>
        <Loaded query={query}>
          {({ items }) => (
            <FieldStack>
              {items.length === 0 ? (
                <p>{w('restrictions.keptOut.none')}</p>
              ) : (
                <BlockTable label={w('restrictions.keptOut.title')} blocks={items} />
              )}
              {adding ? (
                <BlockForm
                  episodeId={episodeId}
                  people={people}
                  onDone={() => setAdding(false)}
                  onCancel={() => setAdding(false)}
                />
              ) : (
                <div>
                  <Button onClick={() => setAdding(true)}>{w('restrictions.keptOut.add')}</Button>
                </div>
              )}
            </FieldStack>
          )}
        </Loaded>
      </Card>
    </div>
  );
}

/** For everybody else on the case: a worker who should not see it closes it to themselves. */
export function CloseToMe({ episodeId }: { episodeId: string }) {
  const w = useWords();
  const say = useProblemWords();
  const { user } = useMe();
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const send = useSend<SetBlock, BlockView>(`/episodes/${episodeId}/blocks`);
  const wrong = send.error?.fields['reason']?.[0];
  if (send.data)
    return (
      <Notice kind="good">
        <p>{w('restrictions.keptOut.mineDone')}</p>
        <Button to="/cases">{w('restrictions.keptOut.leave')}</Button>
      </Notice>
    );
  return (
    <div className="no-print">
      <Card title={w('restrictions.keptOut.mine')} note={w('restrictions.keptOut.mineNote')}>
        {open ? (
          <FieldStack>
            {send.error && !wrong && <Notice kind="red">{say(send.error)}</Notice>}
            <TextArea
              name="reason"
              label={w('restrictions.form.reason')}
              hint={w('restrictions.form.reasonHint')}
              rows={3}
              value={reason}
              error={wrong}
              onChange={(event) => setReason(event.target.value)}
            />
            <Actions>
              <Button
                kind="filled"
                disabled={send.isPending}
                onClick={() => send.mutate({ userId: user.id, basis: 'RELATIVE', askedBy: 'WORKER', reason })}
              >
                {w('restrictions.form.close')}
              </Button>
              <Button kind="quiet" onClick={() => setOpen(false)}>
                {w('restrictions.form.cancel')}
              </Button>
            </Actions>
          </FieldStack>
        ) : (
          <Button onClick={() => setOpen(true)}>{w('restrictions.keptOut.mine')}</Button>
        )}
      </Card>
    </div>
  );
}

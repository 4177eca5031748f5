import { useState } from 'react';
import type { ChangeShield, LiftShield, ShieldRegisterPage, ShieldView } from '@encircle/shared/restrictions';
import { formatShort, londonDate } from '@encircle/shared/dates';
import { useTranslate } from 'react-admin';
import { useWords } from '@web/i18n/useWords';
import { MorePages, useMorePages } from '@web/layout/MorePages';
import { useProblemWords } from '@web/pages/useProblemWords';
import { useToday } from '@web/providers/me';
import { useSend } from '@web/providers/useGet';
import { Button } from '@web/ui/Button';
import { Card } from '@web/ui/Card';
import { DataTable } from '@web/ui/DataTable';
import { Dialog } from '@web/ui/Dialog';
import { Actions, FieldStack } from '@web/ui/layout';
import { Notice } from '@web/ui/Notice';
import { TextArea } from '@web/ui/TextArea';
import { MembersField, ShieldForm } from './ShieldForm';
import { ReviewShieldDialog } from './ReviewShieldDialog';
import { shieldStanding } from './shields.model';

type Doing = { kind: 'members' | 'lift' | 'review'; shield: ShieldView } | null;

/** Records that are shielded or sealed, by reference: who still sees them, and how they are opened again. */
export function ShieldsCard() {
  const w = useWords();
  const [adding, setAdding] = useState(false);
  const [doing, setDoing] = useState<Doing>(null);
  const pages = useMorePages<ShieldRegisterPage>('/shields', { limit: 25 });
  return (
    <Card title={w('restrictions.shields.title')} note={w('restrictions.shields.note')}>
      <FieldStack style={{ maxWidth: 'none' }}>
        {adding ? (
          <ShieldForm onDone={() => setAdding(false)} onCancel={() => setAdding(false)} />
        ) : (
          <div>
            <Button onClick={() => setAdding(true)}>{w('restrictions.shields.add')}</Button>
          </div>
        )}
        <MorePages pages={pages} more={w('restrictions.page.more')}>
          {(shields) =>
            shields.length === 0 ? (
              <p>{w('restrictions.shields.none')}</p>
            ) : (
              <Table shields={shields} onDo={setDoing} />
            )
          }
        </MorePages>
      </FieldStack>
      {doing?.kind === 'members' && <MembersDialog shield={doing.shield} onClose={() => setDoing(null)} />}
      {doing?.kind === 'review' && (
        <ReviewShieldDialog shield={doing.shield} onClose={() => setDoing(null)} />
      )}
      {doing?.kind === 'lift' && <LiftDialog shield={doing.shield} onClose={() => setDoing(null)} />}
    </Card>
  );
}

function Table({ shields, onDo }: { shields: ShieldView[]; onDo: (doing: Doing) => void }) {
  const w = useWords();
  const translate = useTranslate();
  return (
    <DataTable<ShieldView>
      label={w('restrictions.shields.title')}
      rows={shields}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'case',
          title: w('restrictions.shields.case'),
          head: true,
          cell: ({ episodeRef, kind, ground }) => (
            <>
              {episodeRef}
              <small>
                {w(`restrictions.shields.kinds.${kind}`)}.{' '}
                {translate(`restrictions.shields.grounds.${ground}`, { _: '' })}
              </small>
            </>
          ),
        },
        {
          key: 'members',
          title: w('restrictions.shields.members'),
          cell: ({ members }) => members.map(({ name }) => name).join(', '),
        },
        { key: 'standing', title: w('restrictions.list.standing'), cell: (row) => <Standing shield={row} /> },
        {
          key: 'act',
          title: w('restrictions.list.act'),
          cell: (shield) => (
            <Actions>
              {shield.mayChange && (
                <Button size="small" kind="neutral" onClick={() => onDo({ kind: 'members', shield })}>
                  {w('restrictions.shields.change')}
                </Button>
              )}
              {shield.mayChange && (
                <Button size="small" kind="neutral" onClick={() => onDo({ kind: 'review', shield })}>
                  {w('restrictions.shields.review')}
                </Button>
              )}
              {shield.mayLift && (
                <Button size="small" kind="neutral" onClick={() => onDo({ kind: 'lift', shield })}>
                  {w(shield.liftAskedBy ? 'restrictions.shields.agree' : 'restrictions.shields.ask')}
                </Button>
              )}
            </Actions>
          ),
        },
      ]}
    />
  );
}

function Standing({ shield }: { shield: ShieldView }) {
  const w = useWords();
  const standing = shieldStanding(shield, useToday());
  const ended = standing === 'ended' && shield.until ? londonDate(shield.until) : null;
  const { reviewed } = shield;
  const words = w(`restrictions.shields.standing.${standing}`, {
    date: formatShort(ended ?? shield.reviewOn ?? londonDate(shield.from)),
    who: shield.liftAskedBy ?? '',
    why: shield.liftReason ?? '',
  });
  if (!reviewed) return words;
  return (
    <>
      {words}
      <small>
        {w('restrictions.shields.kept', {
          date: formatShort(reviewed.decidedOn),
          who: reviewed.by ?? '',
          why: reviewed.reason,
        })}
      </small>
    </>
  );
}

function MembersDialog({ shield, onClose }: { shield: ShieldView; onClose: () => void }) {
  const w = useWords();
  const say = useProblemWords();
  const [named, setNamed] = useState(shield.members.map(({ userId, name }) => ({ userId, name })));
  const send = useSend<ChangeShield, ShieldView>(`/shields/${shield.id}/members`, {
    method: 'PUT',
    refresh: ['/shields', '/episodes', '/my'],
  });
  const memberIds = named.map(({ userId }) => userId);
  return (
    <Dialog
      open
      title={w('restrictions.shields.changeTitle', { ref: shield.episodeRef ?? '' })}
      onClose={onClose}
      actions={
        <>
          <Button
            kind="filled"
            disabled={send.isPending}
            onClick={() => send.mutate({ memberIds, version: shield.version }, { onSuccess: onClose })}
          >
            {w('restrictions.shields.changeSave')}
          </Button>
          <Button kind="quiet" onClick={onClose}>
            {w('restrictions.form.cancel')}
          </Button>
        </>
      }
    >
      <FieldStack>
        {send.error && <Notice kind="red">{say(send.error)}</Notice>}
        <MembersField named={named} onChange={setNamed} />
      </FieldStack>
    </Dialog>
  );
}

function LiftDialog({ shield, onClose }: { shield: ShieldView; onClose: () => void }) {
  const w = useWords();
  const say = useProblemWords();
  const [reason, setReason] = useState(shield.liftReason ?? '');
  const send = useSend<LiftShield, ShieldView>(`/shields/${shield.id}/lifting`, {
    refresh: ['/shields', '/episodes', '/my'],
  });
  const wrong = send.error?.fields['reason']?.[0];
  const second = shield.liftAskedBy !== null;
  return (
    <Dialog
      open
      title={w(second ? 'restrictions.shields.agreeTitle' : 'restrictions.shields.askTitle', {
        ref: shield.episodeRef ?? '',
      })}
      onClose={onClose}
      actions={
        <>
          <Button
            kind="filled"
            disabled={send.isPending}
            onClick={() => send.mutate({ reason, version: shield.version }, { onSuccess: onClose })}
          >
            {w(second ? 'restrictions.shields.agree' : 'restrictions.shields.ask')}
          </Button>
          <Button kind="quiet" onClick={onClose}>
            {w('restrictions.form.cancel')}
          </Button>
        </>
      }
    >
      <FieldStack>
        {send.error && !wrong && <Notice kind="red">{say(send.error)}</Notice>}
        <TextArea
          name="reason"
          label={w('restrictions.list.endReason')}
          rows={3}
          value={reason}
          error={wrong}
          onChange={(event) => setReason(event.target.value)}
        />
      </FieldStack>
    </Dialog>
  );
}

import { useState } from 'react';
import { formatDate, londonDate } from '@encircle/shared/dates';
import type { OwnInvolvementsView, OwnInvolvementView } from '@encircle/shared/sensitive';
import { useWords } from '@web/i18n/useWords';
import { Loaded } from '@web/layout/Loaded';
import { NotFoundPage } from '@web/pages/NotFoundPage';
import { useProblemWords } from '@web/pages/useProblemWords';
import { useGet, useSend } from '@web/providers/useGet';
import { Button } from '@web/ui/Button';
import { Card, CardLines } from '@web/ui/Card';
import { Notice } from '@web/ui/Notice';
import { PageTitle } from '@web/ui/PageTitle';
import { Stack } from '@web/ui/layout';
import { InvolvementForm } from './InvolvementForm';

/** A specialist service writes down that it works with somebody, as they decided; and ends it. */
export default function InvolvementsPage() {
  const w = useWords();
  const query = useGet<OwnInvolvementsView>('/my/involvements');
  const [recorded, setRecorded] = useState<boolean | null>(null);
  return (
    <Loaded query={query}>
      {({ items, kinds }) =>
        kinds.length === 0 ? (
          <NotFoundPage />
        ) : (
          <>
            <PageTitle title={w('involvements.title')} note={w('involvements.note')} />
            <Stack>
              {recorded !== null && (
                <Notice kind={recorded ? 'good' : 'info'}>
                  {w(recorded ? 'involvements.recorded' : 'involvements.nothing')}
                </Notice>
              )}
              <InvolvementForm kind={kinds[0] ?? ''} onDone={setRecorded} />
              {items.length > 0 && (
                <Card title={w('involvements.own')} count={items.length} flush>
                  <CardLines aria-label={w('involvements.own')}>
                    {items.map((item) => (
                      <Own key={item.id} item={item} />
                    ))}
                  </CardLines>
                </Card>
              )}
            </Stack>
          </>
        )
      }
    </Loaded>
  );
}

function Own({ item }: { item: OwnInvolvementView }) {
  const w = useWords();
  const say = useProblemWords();
  const send = useSend(`/my/involvements/${item.id}`, { method: 'DELETE', refresh: ['/my/involvements'] });
  const since = formatDate(londonDate(item.since));
  return (
    <li>
      <strong>{w(`involvements.level.${item.level as 'SL1'}`)}</strong>{' '}
      {w('involvements.since', { date: since })}
      {item.lineAgreed && `, ${w('involvements.lineShort')}`}
      {send.error && <Notice kind="red">{say(send.error)}</Notice>}
      <div>
        <Button size="small" kind="quiet" disabled={send.isPending} onClick={() => send.mutate(undefined)}>
          {w('involvements.end', { date: since })}
        </Button>
      </div>
    </li>
  );
}

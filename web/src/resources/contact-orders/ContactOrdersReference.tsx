import { useState } from 'react';
import type { CaseView } from '@encircle/shared/cases';
import type { ContactOrderList } from '@encircle/shared/contact-orders';
import { formatDate } from '@encircle/shared/dates';
import { useWords } from '@web/i18n/useWords';
import { isFamily } from '@web/providers/family';
import { useMe } from '@web/providers/me';
import { useGet } from '@web/providers/useGet';
import { Button } from '@web/ui/Button';
import { Card } from '@web/ui/Card';
import { Actions, Stack } from '@web/ui/layout';
import { Notice } from '@web/ui/Notice';
import { OrderForm } from './OrderForm';
import { OrderItem } from './OrderItem';
import { bannersOf } from './orders.model';

function useOrders(caseId: string) {
  const family = isFamily(useMe().membership.role);
  return useGet<ContactOrderList>(family ? null : `/episodes/${caseId}/contact-orders`);
}

/** On every part of the record, for those who may read it: who may not come near the child. */
export function OrderBanner({ caseId }: { caseId: string }) {
  const w = useWords();
  const orders = bannersOf(useOrders(caseId).data?.items ?? []);
  return (
    <>
      {orders.map((order) => (
        <div key={order.id} style={{ marginBottom: 16 }}>
          <Notice kind={order.standing === 'PAST_ITS_END' ? 'amber' : 'red'}>
            <strong>
              {w(`contactOrders.banner.${order.standing as 'IN_FORCE'}`, {
                person: order.person,
                child: order.child,
                kind: w(`contactOrders.kinds.${order.kind}`).toLowerCase(),
                from: formatDate(order.fromOn),
                until: order.untilOn === null ? '' : formatDate(order.untilOn),
              })}
            </strong>{' '}
            {order.terms}
          </Notice>
        </div>
      ))}
    </>
  );
}

/** With the family: the orders there are, what became of them, and a new one. */
export function ContactOrdersCard({ view }: { view: CaseView }) {
  const w = useWords();
  const { data } = useOrders(view.id);
  const [writing, setWriting] = useState(false);
  if (!data || (data.items.length === 0 && !data.mayRecord)) return null;
  return (
    <Card title={w('contactOrders.title')} note={w('contactOrders.note')}>
      <Stack>
        {data.items.length === 0 && !writing && <p>{w('contactOrders.none')}</p>}
        {data.items.map((order) => (
          <OrderItem key={order.id} order={order} />
        ))}
        {writing && <OrderForm view={view} onDone={() => setWriting(false)} />}
        {data.mayRecord && !writing && view.relatives.length > 0 && (
          <Actions>
            <Button onClick={() => setWriting(true)}>{w('contactOrders.record')}</Button>
          </Actions>
        )}
      </Stack>
    </Card>
  );
}

import { useState } from 'react';
import type { ContactOrderView } from '@encircle/shared/contact-orders';
import { formatDate } from '@encircle/shared/dates';
import { useWords } from '@web/i18n/useWords';
import { Button } from '@web/ui/Button';
import { Well } from '@web/ui/Card';
import { Actions, Stack } from '@web/ui/layout';
import { Tag } from '@web/ui/Tag';
import { OrderReviewForm } from './OrderReviewForm';
import { STANDING_LOOKS } from './orders.model';

/** One order: against whom, what it says, how it stands, and what was decided about it. */
export function OrderItem({ order }: { order: ContactOrderView }) {
  const w = useWords();
  const [looking, setLooking] = useState(false);
  const look = STANDING_LOOKS[order.standing];
  const from = formatDate(order.fromOn);
  return (
    <Well>
      <Stack style={{ gap: 12 }}>
        <h3 style={{ fontSize: '1rem', fontWeight: 600 }}>
          {w('contactOrders.head', {
            kind: w(`contactOrders.kinds.${order.kind}`),
            person: order.person,
            child: order.child,
          })}
        </h3>
        <div>
          <Tag tone={look.tone} mark={look.mark}>
            {w(`contactOrders.standings.${order.standing}`)}
          </Tag>
        </div>
        <p>{order.terms}</p>
        <small>
          {order.untilOn === null
            ? w('contactOrders.daysOpen', { from })
            : w('contactOrders.days', { from, until: formatDate(order.untilOn) })}{' '}
          {order.standing !== 'OVER' && w('contactOrders.look', { date: formatDate(order.reviewOn) })}{' '}
          {w(`contactOrders.kept.${order.keeps}`)}{' '}
          {order.documentRef === null
            ? w('contactOrders.noDocument')
            : w('contactOrders.document', { ref: order.documentRef })}{' '}
          {w('contactOrders.by', { name: order.recordedBy ?? '', date: formatDate(order.recordedOn) })}
        </small>
        {order.reviews.map((review) => (
          <div key={`${review.decidedOn} ${review.reason}`}>
            <strong>
              {w(`contactOrders.decided.${review.decision}`, {
                date: formatDate(review.decidedOn),
                name: review.by ?? '',
              })}
            </strong>
            <p>{review.reason}</p>
          </div>
        ))}
        {looking && <OrderReviewForm order={order} onDone={() => setLooking(false)} />}
        {order.mayReview && !looking && (
          <Actions>
            <Button
              size="small"
              kind={order.reviewDue ? 'filled' : 'outlined'}
              onClick={() => setLooking(true)}
            >
              {w('contactOrders.review.open')}
            </Button>
          </Actions>
        )}
      </Stack>
    </Well>
  );
}

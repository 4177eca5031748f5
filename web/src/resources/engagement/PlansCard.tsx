import { useState } from 'react';
import type { EngagementPlanView } from '@encircle/shared/engagement';
import { formatDate } from '@encircle/shared/dates';
import { useWords } from '@web/i18n/useWords';
import { Button } from '@web/ui/Button';
import { Card, Well } from '@web/ui/Card';
import { Actions, Stack } from '@web/ui/layout';
import { Tag } from '@web/ui/Tag';
import { PlanForm } from './PlanForm';
import { ReviewForm } from './ReviewForm';

export interface PlansCardProps {
  plans: readonly EngagementPlanView[];
  /** Where a new one is written; null for who only reads. */
  writeTo: string | null;
}

/** What the reader's own service does, with how it was looked at again. */
export function PlansCard({ plans, writeTo }: PlansCardProps) {
  const w = useWords();
  const [writing, setWriting] = useState(false);
  return (
    <Card title={w('engagement.plans.title')} note={w('engagement.plans.note')}>
      <Stack>
        {plans.length === 0 && !writing && <p>{w('engagement.plans.none')}</p>}
        {plans.map((plan) => (
          <Plan key={plan.id} plan={plan} mayWrite={writeTo !== null} />
        ))}
        {writeTo !== null && writing && <PlanForm path={writeTo} onDone={() => setWriting(false)} />}
        {writeTo !== null && !writing && (
          <Actions>
            <Button kind={plans.length === 0 ? 'filled' : 'outlined'} onClick={() => setWriting(true)}>
              {w('engagement.plans.write')}
            </Button>
          </Actions>
        )}
      </Stack>
    </Card>
  );
}

function Plan({ plan, mayWrite }: { plan: EngagementPlanView; mayWrite: boolean }) {
  const w = useWords();
  const [doing, setDoing] = useState<'CHANGE' | 'REVIEW' | null>(null);
  const done = () => setDoing(null);
  if (doing === 'CHANGE') return <PlanForm path={`/engagement-plans/${plan.id}`} plan={plan} onDone={done} />;
  return (
    <Well>
      <Stack style={{ gap: 12 }}>
        <p>{plan.ownPart}</p>
        {plan.offered && (
          <div>
            <strong>{w('engagement.plans.offered')}</strong>
            <p>{plan.offered}</p>
          </div>
        )}
        <small>
          {w('engagement.plans.by', { name: plan.by ?? '', date: formatDate(plan.writtenOn) })}
          {!plan.ended && ` · ${w('engagement.plans.nextOffer', { date: formatDate(plan.nextOfferOn) })}`}
        </small>
        <div>
          <Standing plan={plan} />
        </div>
        {plan.reviews.map((review) => (
          <div key={review.id}>
            <strong>
              {w('engagement.plans.looked', { date: formatDate(review.heldOn), name: review.by ?? '' })}
            </strong>
            <p>{review.words}</p>
            <small>{w(`engagement.review.nexts.${review.whatNext as 'GO_ON'}`)}</small>
          </div>
        ))}
        {doing === 'REVIEW' && <ReviewForm plan={plan} onDone={done} />}
        {mayWrite && !plan.ended && doing === null && (
          <Actions>
            <Button size="small" onClick={() => setDoing('REVIEW')}>
              {w('engagement.plans.reviewAgain')}
            </Button>
            <Button size="small" kind="quiet" onClick={() => setDoing('CHANGE')}>
              {w('engagement.plans.change')}
            </Button>
          </Actions>
        )}
      </Stack>
    </Well>
  );
}

function Standing({ plan }: { plan: EngagementPlanView }) {
  const w = useWords();
  if (plan.ended) return <Tag tone="neutral">{w('engagement.plans.ended')}</Tag>;
  const date = formatDate(plan.reviewOn);
  return plan.overdue ? (
    <Tag tone="red" mark="octagon">
      {w('engagement.plans.late', { date })}
    </Tag>
  ) : (
    <Tag tone="outline" mark="clock">
      {w('engagement.plans.review', { date })}
    </Tag>
  );
}

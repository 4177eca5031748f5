import type { DemoMailView, WaitingDelivery } from '@encircle/shared/notices';
import type { AccessContext } from '#api/access/access-context.js';
import type { UnitOfWork } from '#api/platform/database/unit-of-work.js';

export function waitingDeliveries(uow: UnitOfWork): Promise<Omit<WaitingDelivery, 'unknown'>[]> {
  return uow.rows(
    `select topic, waiting, stuck, sec.instant(oldest) as oldest, last_problem as "lastProblem",
       sec.instant(next_try_at) as "nextTryAt" from sec.deliveries_waiting()`,
  );
}

export async function retryTopic(uow: UnitOfWork, topic: string): Promise<number> {
  const row = await uow.one<{ n: number }>('select sec.retry_deliveries($1) as n', [topic]);
  return row?.n ?? 0;
}

export function demoMailOf(
  ctx: AccessContext,
  after: readonly [string, string] | null,
  limit: number,
): Promise<DemoMailView[]> {
  return ctx.uow.rows<DemoMailView>(
    `select m.message_id as "messageId", m.address, m.subject, m.body, m.calendar, sec.instant(m.sent_at) as "sentAt"
     from app.demo_mail m
     where m.recipient_id = $1 and ($2::timestamptz is null or (m.sent_at, m.message_id) < ($2::timestamptz, $3::text))
     order by m.sent_at desc, m.message_id desc limit $4`,
    [ctx.userId, after?.[0] ?? null, after?.[1] ?? null, limit],
  );
}

import { Inject, Injectable } from '@nestjs/common';
import { topicOf, type DeliveriesView, type DemoMailList } from '@encircle/shared/notices';
import { decodeCursor, DEFAULT_LIMIT, encodeCursor, type PageQuery } from '@encircle/shared/paging';
import type { AccessContext } from '#api/access/access-context.js';
import { invalid, notFound } from '#api/platform/errors/domain-error.js';
import { MAIL_TRANSPORT, type MailTransport } from './mail-transport.js';
import { demoMailOf, retryTopic, waitingDeliveries } from './persistence/waiting.repository.js';

/** How the outbox stands, in counts and ages; and in the demo, one's own letter-box. */
@Injectable()
export class DeliveriesService {
  constructor(@Inject(MAIL_TRANSPORT) private readonly transport: MailTransport) {}

  async waiting(ctx: AccessContext): Promise<DeliveriesView> {
    const rows = await waitingDeliveries(ctx.uow);
    const known = (topic: string): boolean => topicOf(topic) !== null || topic === 'digest.daily';
    return {
      items: rows.map((row) => ({ ...row, unknown: !known(row.topic) })),
      mail: this.transport.kind,
    };
  }

  async retry(ctx: AccessContext, topic: string): Promise<DeliveriesView> {
    await ctx.audit({ count: await retryTopic(ctx.uow, topic), basis: [topic] });
    return this.waiting(ctx);
  }

  async demoMail(ctx: AccessContext, page: PageQuery): Promise<DemoMailList> {
    if (this.transport.kind !== 'DEMO') throw notFound();
    const limit = page.limit ?? DEFAULT_LIMIT;
    const rows = await demoMailOf(ctx, placeOf(page.after), limit + 1);
    const items = rows.slice(0, limit);
    const last = items.at(-1);
    return { items, next: last && rows.length > limit ? encodeCursor([last.sentAt, last.messageId]) : null };
  }
}

function placeOf(cursor: string | undefined): [string, string] | null {
  if (cursor === undefined) return null;
  const [at, id] = decodeCursor(cursor, 2) ?? [];
  if (typeof at !== 'string' || Number.isNaN(Date.parse(at)) || typeof id !== 'string')
    throw invalid({ after: ['Start the list again from its first page'] });
  return [at, id];
}

import { Injectable } from '@nestjs/common';
import { isCivilDate } from '@encircle/shared/dates';
import { DEFAULT_LIMIT, encodeCursor, type PageQuery } from '@encircle/shared/paging';
import {
  schoolDayAhead,
  type PoliceNoticeSentView,
  type PoliceNoticesPage,
  type PoliceNoticeView,
  type SeePoliceNotice,
  type SendPoliceNotice,
} from '@encircle/shared/police-notices';
import {
  policeNoticeById,
  policeNotices,
  seePoliceNotice,
  sendPoliceNotice,
  sendsPoliceNotices,
  type PoliceNoticeRow,
} from './persistence/police-notices.repository.js';
import type { AccessContext } from '#api/access/access-context.js';
import { forbidden, invalid, notFound, stale } from '#api/platform/errors/domain-error.js';
import { cursorOf } from '#api/platform/http/cursor.js';

/**
 * Police tell whoever looks after the child at school, before the next school day (Operation Encompass). The sender says whom
 * and what; where it goes is found without telling them, so that a notice about a protected child says nothing of where the
 * child is, and one about a child nobody knows is answered alike.
 */
@Injectable()
export class PoliceNoticesService {
  /** @throws 403 NOT_A_SENDER for a service that sends no such notices, whatever it names */
  async send(ctx: AccessContext, body: SendPoliceNotice): Promise<PoliceNoticeSentView> {
    if (!(await sendsPoliceNotices(ctx))) throw forbidden('NOT_A_SENDER');
    const fields: Record<string, string[]> = {};
    for (const field of ['dateOfBirth', 'incidentOn'] as const) {
      if (!isCivilDate(body[field])) fields[field] = ['Enter a real day'];
      else if (body[field] > ctx.today) fields[field] = ['The day cannot be in the future'];
    }
    if (Object.keys(fields).length > 0) throw invalid(fields);
    const beforeOn = schoolDayAhead(ctx.now);
    const id = await sendPoliceNotice(ctx, body, beforeOn);
    await ctx.audit({ categories: ['DV'], basis: ['POLICE_NOTIFICATION', id] });
    return { id, beforeOn };
  }

  async list(ctx: AccessContext, query: PageQuery): Promise<PoliceNoticesPage> {
    const limit = query.limit ?? DEFAULT_LIMIT;
    const rows = await policeNotices(ctx, cursorOf(query.after), limit + 1);
    const page = rows.slice(0, limit);
    await ctx.audit({
      channel: 'list',
      childIds: [...new Set(page.flatMap(({ personId }) => personId ?? []))],
      categories: ['DV'],
      basis: [`role:${ctx.who.role}`],
      count: page.length,
    });
    const last = page.at(-1);
    return {
      maySend: await sendsPoliceNotices(ctx),
      items: page.map((row) => viewOf(ctx, row)),
      next: rows.length > limit && last ? encodeCursor([last.sentAt, last.id]) : null,
    };
  }

  /** Whom it was brought to writes what they did; the sender has nothing to write. */
  async see(ctx: AccessContext, id: string, body: SeePoliceNotice): Promise<PoliceNoticeView> {
    const found = await policeNoticeById(ctx, id);
    if (found?.version == null) throw notFound();
    if (!(await seePoliceNotice(ctx, id, body.version, body.done)))
      throw stale({ stored: viewOf(ctx, found), sent: body });
    await ctx.audit({
      childIds: found.personId ? [found.personId] : [],
      categories: ['DV'],
      basis: ['POLICE_NOTIFICATION', id],
      fields: ['done'],
    });
    const row = await policeNoticeById(ctx, id);
    if (!row) throw notFound();
    return viewOf(ctx, row);
  }
}

function viewOf(ctx: AccessContext, { authorId, personId: _, ...row }: PoliceNoticeRow): PoliceNoticeView {
  return { ...row, mine: authorId === ctx.userId };
}

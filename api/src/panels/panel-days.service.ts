import { Injectable } from '@nestjs/common';
import { compareDates, isCivilDate } from '@encircle/shared/dates';
import { decodeCursor, DEFAULT_LIMIT, encodeCursor, type PageQuery } from '@encircle/shared/paging';
import type {
  ChangePanelDay,
  PanelDayCard,
  PanelDaysView,
  PanelDayView,
  PanelsView,
  RecordPanelAttendance,
  SetPanelDay,
} from '@encircle/shared/panels';
import type { AccessContext } from '#api/access/access-context.js';
import { notYet } from './domain/not-yet.js';
import { DomainError, forbidden, invalid, notFound, stale } from '#api/platform/errors/domain-error.js';
import {
  comingDays,
  dayById,
  days,
  insertDay,
  membersOf,
  panels,
  peopleOf,
  saveAttendance,
  updateDay,
} from './persistence/days.repository.js';
import { unsentOn } from './persistence/items.repository.js';

/** Days on which a panel sits: the CAF team keeps them, its members and whoever may bring a case read them. */
@Injectable()
export class PanelDaysService {
  async panels(ctx: AccessContext): Promise<PanelsView> {
    const found = await panels(ctx);
    const items = [];
    for (const panel of found) items.push({ ...panel, people: await peopleOf(ctx, panel.id) });
    return { items };
  }

  async list(ctx: AccessContext, query: PageQuery): Promise<PanelDaysView> {
    const limit = query.limit ?? DEFAULT_LIMIT;
    const rows = await days(ctx, placeAfter(query.after), limit + 1);
    const items = rows.slice(0, limit);
    const last = items.at(-1);
    return { items, next: rows.length > limit && last ? encodeCursor([last.onDay, last.id]) : null };
  }

  async view(ctx: AccessContext, id: string): Promise<PanelDayView> {
    const day = await this.day(ctx, id);
    return {
      ...day,
      members: await membersOf(ctx, id),
      unsent: await unsentOn(ctx, id),
      mayKeep: ctx.actor.role === 'CAFC',
      mayDecide: ctx.actor.role === 'PANEL' && day.chairId === ctx.userId,
    };
  }

  async set(ctx: AccessContext, body: SetPanelDay): Promise<PanelDayView> {
    await this.refuseWrong(ctx, body);
    return this.view(ctx, await insertDay(ctx, body));
  }

  /** @throws 409 STALE with both; what has been cannot be moved */
  async change(ctx: AccessContext, id: string, body: ChangePanelDay): Promise<PanelDayView> {
    const found = await this.day(ctx, id);
    if (compareDates(found.onDay, ctx.today) < 0) throw new DomainError('DAY_IS_OVER', 409);
    if (body.panelId !== found.panelId) throw invalid({ panelId: ['A day stays with its panel'] });
    await this.refuseWrong(ctx, body);
    if (!(await updateDay(ctx, id, body.version, body))) throw stale({ current: found, yours: body });
    return this.view(ctx, id);
  }

  /** Who came, said by the chair or by whoever keeps the day. */
  async attendance(ctx: AccessContext, id: string, body: RecordPanelAttendance): Promise<PanelDayView> {
    const day = await this.day(ctx, id);
    if (ctx.actor.role !== 'CAFC' && day.chairId !== ctx.userId) throw forbidden('CHAIR_DECIDES');
    if (compareDates(day.onDay, ctx.today) > 0) throw notYet();
    const members = await membersOf(ctx, id);
    body.members.forEach(({ userId }, index) => {
      if (!members.some((each) => each.userId === userId))
        throw invalid({ [`members.${index}.userId`]: ['Choose a member of this day'] });
    });
    for (const { userId, attendance } of body.members) await saveAttendance(ctx, id, userId, attendance);
    return this.view(ctx, id);
  }

  /** @throws 404 as for a random id */
  async day(ctx: AccessContext, id: string): Promise<PanelDayCard> {
    const found = await dayById(ctx, id);
    if (!found) throw notFound();
    return found;
  }

  coming(ctx: AccessContext): Promise<PanelDayCard[]> {
    return comingDays(ctx);
  }

  private async refuseWrong(ctx: AccessContext, body: SetPanelDay): Promise<void> {
    const problems: Record<string, string[]> = {};
    if (!isCivilDate(body.onDay)) problems['onDay'] = ['Enter a real day'];
    else if (compareDates(body.onDay, ctx.today) < 0) problems['onDay'] = ['Choose today or a later day'];
    const people = (await peopleOf(ctx, body.panelId)).map(({ userId }) => userId);
    if (people.length === 0) problems['panelId'] = ['Choose the panel from the list'];
    else if (!body.memberIds.every((id) => people.includes(id)))
      problems['memberIds'] = ['Choose the members from the list'];
    else if (!body.memberIds.includes(body.chairId)) problems['chairId'] = ['Whoever chairs is a member too'];
    if (Object.keys(problems).length > 0) throw invalid(problems);
  }
}

function placeAfter(after: string | undefined): readonly [string, string] | null {
  if (after === undefined) return null;
  const [day, id] = decodeCursor(after, 2) ?? [];
  if (typeof day !== 'string' || typeof id !== 'string' || !isCivilDate(day) || !/^[0-9a-f-]{36}$/i.test(id))
    throw invalid({ after: ['Start the list again from its first page'] });
  return [day, id];
}

import { Injectable } from '@nestjs/common';
import { DEFAULT_TIMESCALES } from '@encircle/shared/lifecycle';
import { lateBy, type MyWeekView, type WeekQuery } from '@encircle/shared/my-week';
import { DEFAULT_LIMIT } from '@encircle/shared/paging';
import type { AccessContext } from '#api/access/access-context.js';
import { invalid } from '#api/platform/errors/domain-error.js';
import { TimescalesService } from '#api/timescales/timescales.service.js';
import { childOf, countsOf, dueItems, pageOf, placeAfter, quietDays } from './domain/week-page.js';
import { childrenOf, namesOf } from './persistence/names.repository.js';
import { weekOf } from './persistence/week.repository.js';

/** What waits for the reader, from the records themselves: nothing is kept twice and nothing can be stale. */
@Injectable()
export class MyWeekService {
  constructor(private readonly timescales: TimescalesService) {}

  async view(ctx: AccessContext, query: WeekQuery): Promise<MyWeekView> {
    const after = placeAfter(query.after);
    if (after === undefined) throw invalid({ after: ['Start the list again from its first page'] });
    const team = ctx.who.role === 'AMGR';
    const limits = await this.timescales.now(ctx);
    const rows = await weekOf(ctx.uow, team, {
      openMonths: limits['reassess.months'],
      reviews: limits['drift.reviews.times'],
      childWeeks: limits['drift.child.weeks'],
      quietDays: limits['drift.quiet.days'],
      ofAgeMonths: limits['transition.warn.months'],
      vacantDays: DEFAULT_TIMESCALES['lead.vacant.wd'],
    });
    const all = dueItems(rows.due, ctx.today, ctx.userId);
    const page = pageOf(all, query.show ?? 'ALL', after, query.limit ?? DEFAULT_LIMIT);
    const { today } = ctx;
    // Families are named for what is shown, not for everything that is due.
    const shown = [...page.items, ...rows.meetings, ...rows.quiet, ...rows.news];
    const children = await childrenOf(ctx.uow, [
      ...new Set(shown.flatMap(({ episodeId }) => (episodeId === null ? [] : [episodeId]))),
    ]);
    const names = await namesOf(
      ctx.uow,
      page.items.flatMap(({ personId }) => (personId === null ? [] : [personId])),
    );
    const view: MyWeekView = {
      today,
      view: team ? 'TEAM' : 'MINE',
      counts: countsOf(all),
      next: page.next,
      items: page.items.map(({ subjectId, personId, ...item }) => ({
        ...item,
        workingDaysLate: lateBy(item.dueOn, today),
        text: personId === null ? item.text : (names.get(personId) ?? null),
        child: childOf(children, { episodeId: item.episodeId, subjectId }, today),
      })),
      meetings: rows.meetings.map(({ subjectId, ...meeting }) => ({
        ...meeting,
        child: childOf(children, { episodeId: meeting.episodeId, subjectId }, today),
      })),
      quiet: rows.quiet.map((row) => ({
        episodeId: row.episodeId,
        child: childOf(children, row, today),
        days: quietDays(row, today),
        lastOn: row.lastOn,
        owner: row.owner,
      })),
      news: rows.news.map((row) => ({
        key: `${row.kind}:${row.key}`,
        kind: row.kind,
        episodeId: row.episodeId,
        who: row.who,
        child: childOf(children, row, today),
        at: row.at,
      })),
    };
    await this.audit(ctx, view);
    return view;
  }

  private audit(ctx: AccessContext, view: MyWeekView): Promise<void> {
    const children = [...view.items, ...view.meetings, ...view.quiet, ...view.news].flatMap(({ child }) =>
      child === null ? [] : [child.id],
    );
    return ctx.audit({
      childIds: [...new Set(children)],
      categories: ['IDENT', 'MEETING', 'PLAN'],
      count: view.items.length,
      channel: 'list',
    });
  }
}

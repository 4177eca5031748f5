import { Injectable } from '@nestjs/common';
import { addDays, compareDates, isCivilDate, londonInstant } from '@encircle/shared/dates';
import { dueDate } from '@encircle/shared/lifecycle';
import type { DecidePanelItem, PanelItemView } from '@encircle/shared/panels';
import type { AccessContext } from '#api/access/access-context.js';
import { LifecycleService } from '#api/episodes/lifecycle.service.js';
import { notYet } from './domain/not-yet.js';
import { DomainError, forbidden, invalid, stale } from '#api/platform/errors/domain-error.js';
import { tell } from '#api/platform/outbox/tell.js';
import { TimescalesService } from '#api/timescales/timescales.service.js';
import { AgendaService } from './agenda.service.js';
import { addAction, decideItem, leadsOfItem } from './persistence/items.repository.js';

/**
 * What the panel decides (T20): said by the chair on the day, with who sees to it by when. What colleagues are to do is proposed
 * on the plan and waits in their week; whoever leads is told. The members keep the pack for as long as the area allows.
 */
@Injectable()
export class DecisionsService {
  constructor(
    private readonly agenda: AgendaService,
    private readonly lifecycle: LifecycleService,
    private readonly timescales: TimescalesService,
  ) {}

  async decide(ctx: AccessContext, id: string, body: DecidePanelItem): Promise<PanelItemView> {
    const opened = await this.agenda.open(ctx, id);
    const { row } = opened;
    if (row.chairId !== ctx.userId) throw forbidden('CHAIR_DECIDES');
    if (row.status !== 'ON_AGENDA') throw new DomainError('OFF_THE_AGENDA', 409);
    if (compareDates(row.onDay, ctx.today) > 0) throw notYet();
    refuseDays(ctx, body);
    for (const [index, action] of (body.actions ?? []).entries())
      if ((await addAction(ctx, id, action)) === null)
        throw invalid({
          [`actions.${index}.ownerUserId`]: [
            'Choose somebody who works with the family; the case needs a plan',
          ],
        });
    const lastDay = dueDate('panel.decision.wd', ctx.today, await this.timescales.now(ctx));
    if (!(await decideItem(ctx, id, body.version, londonInstant(addDays(lastDay, 1), '00:00'))))
      throw stale({ current: await this.agenda.again(ctx, id), yours: body });
    const { decision, resources, owner, dueOn } = body;
    await this.lifecycle.write(ctx, row.episodeId, 'T20', {
      decision,
      ...(resources ? { resources } : {}),
      owner,
      dueOn,
    });
    await this.lifecycle.move(ctx, await this.lifecycle.facts(ctx, row.episodeId), 'T20', {});
    await tell(ctx.uow, {
      topic: 'panel.decided',
      episodeId: row.episodeId,
      payload: { episodeId: row.episodeId },
      to: await leadsOfItem(ctx, id),
    });
    await this.agenda.wroteDown(ctx, opened, ['decision', 'owner', 'dueOn']);
    return this.agenda.again(ctx, id);
  }
}

function refuseDays(ctx: AccessContext, { dueOn, actions }: DecidePanelItem): void {
  const problems: Record<string, string[]> = {};
  const check = (field: string, day: string): void => {
    if (!isCivilDate(day)) problems[field] = ['Enter a real day'];
    else if (compareDates(day, ctx.today) < 0) problems[field] = ['Choose today or a later day'];
  };
  check('dueOn', dueOn);
  actions?.forEach(({ byWhen }, index) => check(`actions.${index}.byWhen`, byWhen));
  if (Object.keys(problems).length > 0) throw invalid(problems);
}

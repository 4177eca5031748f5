import { Injectable } from '@nestjs/common';
import {
  dayProblem,
  type AddChildToRecord,
  type EndChildPause,
  type EpisodeStateView,
  type LeaveRecord,
} from '@encircle/shared/episodes';
import type { AccessContext } from '#api/access/access-context.js';
import { AccessService } from '#api/access/access.service.js';
import { DomainError, forbidden, invalid, notFound, stale } from '#api/platform/errors/domain-error.js';
import { addChild, moveChildRow, openLines, type ChildMove } from './persistence/family.repository.js';
import { LifecycleService } from './lifecycle.service.js';
import { rolesOf, type MoveFacts } from './move-facts.service.js';
import { TeamService } from './team.service.js';

export const isOneOfSeveral = (facts: MoveFacts): boolean => facts.episode.childIds.length > 1;

/** One child's part of a family record moves; the row of history is that child's. @returns false when it had moved before */
export async function moveChild(
  ctx: AccessContext,
  episodeId: string,
  childId: string,
  move: ChildMove,
): Promise<boolean> {
  if (!(await moveChildRow(ctx, episodeId, childId, move))) return false;
  await ctx.audit({
    action: 'child-part.moved',
    episodeId,
    childIds: [childId],
    categories: ['INVOLVE'],
    basis: [`${move.transition}:${move.to ?? 'GOES_ON'}`],
  });
  return true;
}

/** Children of a family record come in, and go another way, each alone (rules F2 and F5). */
@Injectable()
export class ChildrenApartService {
  constructor(
    private readonly access: AccessService,
    private readonly lifecycle: LifecycleService,
    private readonly team: TeamService,
  ) {}

  /** @throws 400 at the field: for a child of no use here the same as for one that does not exist */
  async add(ctx: AccessContext, episodeId: string, body: AddChildToRecord): Promise<EpisodeStateView> {
    const facts = await this.team.demandLead(ctx, episodeId);
    if (facts.subjects.some(({ personId }) => personId === body.childId))
      throw invalid({ childId: ['This child is in the record already'] });
    const answer = await addChild(ctx.uow, episodeId, body.childId);
    if (answer === 'UNKNOWN') throw invalid({ childId: ['Choose a child of the family'] });
    if (answer === 'OPEN')
      throw new DomainError('EPISODE_OPEN', 409, {
        detail: 'A CAF is already open for this child: ask to join it',
      });
    if (answer === 'APART')
      throw new DomainError('RECORD_APART', 409, {
        detail: 'A shielded child has a record of their own. Ask the CAF team',
      });
    await ctx.audit({ episodeId, childIds: [body.childId], categories: ['INVOLVE'], basis: ['F2'] });
    return this.lifecycle.state(ctx, episodeId);
  }

  /**
   * Rule F6: the part ends, and what was written of the child stays. A record of their own is begun like any other.
   * @throws 409 LAST_CHILD for whom the record would be empty, LINES_OPEN while the plan holds something for this child
   */
  async leave(
    ctx: AccessContext,
    episodeId: string,
    childId: string,
    body: LeaveRecord,
  ): Promise<EpisodeStateView> {
    const facts = await this.team.demandLead(ctx, episodeId);
    const child = facts.subjects.find(({ personId }) => personId === childId);
    if (!child || !this.access.knowsChild(ctx, facts, childId)) throw notFound();
    const wrong = dayProblem(body.on, ctx.today);
    if (wrong) throw invalid({ on: [wrong] });
    if (child.state !== undefined)
      throw new DomainError('PART_ELSEWHERE', 409, {
        detail: 'This child’s part is with social care, or over already',
      });
    if (facts.subjects.filter(({ state }) => state !== 'CLOSED').length < 2)
      throw new DomainError('LAST_CHILD', 409, {
        detail: 'Nobody else is left in this record: close the record instead',
      });
    if ((await openLines(ctx.uow, episodeId, childId)) > 0)
      throw new DomainError('LINES_OPEN', 409, {
        detail: 'The plan still holds hopes or actions for this child: say first how each turned out',
      });
    const note = body.note?.trim();
    const moved = await moveChild(ctx, episodeId, childId, {
      from: null,
      to: 'CLOSED',
      transition: 'F6',
      happenedOn: body.on,
      reason: body.reason,
      recorded: { reason: body.reason, ...(note ? { note } : {}) },
    });
    if (!moved) throw stale();
    return this.lifecycle.state(ctx, episodeId);
  }

  /** @throws 404 for a child who is not of this record, 403 to others than the CAF team, 409 when nothing is paused */
  async endPause(
    ctx: AccessContext,
    episodeId: string,
    childId: string,
    body: EndChildPause,
  ): Promise<EpisodeStateView> {
    const facts = await this.access.facts(ctx, episodeId);
    this.access.demand(ctx, facts, 'read', { categories: ['INVOLVE'], sourceAgencyId: ctx.agencyId || null });
    const child = facts.subjects.find(({ personId }) => personId === childId);
    if (!child) throw notFound();
    if (!rolesOf(ctx, facts).includes('CAFC')) throw forbidden('NOT_YOURS_TO_MOVE');
    const closes = body.outcome === 'CLOSED';
    const wrong = dayProblem(body.on, ctx.today);
    if (wrong) throw invalid({ on: [wrong] });
    if (closes && body.reason === undefined) throw invalid({ reason: ['Choose what social care does now'] });
    if (child.state !== 'PAUSED_STATUTORY')
      throw new DomainError('NOT_PAUSED', 409, { detail: 'This child’s part is not with social care' });
    const moved = await moveChild(ctx, episodeId, childId, {
      from: 'PAUSED_STATUTORY',
      to: closes ? 'CLOSED' : null,
      transition: closes ? 'T25' : 'T26',
      happenedOn: body.on,
      ...(closes && body.reason ? { reason: body.reason } : {}),
      recorded: { socialWorker: body.socialWorker.trim() },
    });
    if (!moved) throw stale();
    return this.lifecycle.state(ctx, episodeId);
  }
}

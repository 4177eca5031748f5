import { Injectable } from '@nestjs/common';
import { ACTION_STATUSES, labelOf } from '@encircle/shared/codes';
import { invitable } from '@encircle/shared/episodes';
import { ACTION_MACHINE, actionMoveObstacles, canGo, type ActionStatus } from '@encircle/shared/lifecycle';
import type { AddAction, AddComment, ChangeAction, PlanView } from '@encircle/shared/plans';
import type { EpisodeFacts } from '@encircle/shared/policy';
import type { AccessContext } from '#api/access/access-context.js';
import { AccessService } from '#api/access/access.service.js';
import { demandRow } from '#api/access/labelled.js';
import { DomainError, forbidden, invalid, notFound, stale } from '#api/platform/errors/domain-error.js';
import { isOfFamily, leadsPlan } from './domain/who-leads.js';
import {
  actionRow,
  insertAction,
  insertComment,
  updateAction,
  type ActionRow,
} from './persistence/actions.repository.js';
import { outcomeRow } from './persistence/outcomes.repository.js';
import { meetingForPlan, peopleOfCase, wasThere } from './persistence/plans.repository.js';
import { PlansService, type OpenedPlan } from './plans.service.js';

interface Owner {
  userId: string | null;
  personId: string | null;
  agencyId: string | null;
}

/** Field of the command that each obstacle of the action machine is about. */
const FIELD_OF: Readonly<Record<string, string>> = {
  DONE_DATE_MISSING: 'doneOn',
  DONE_DATE_AHEAD: 'doneOn',
  SOURCE_MISSING: 'comment',
  REASON_MISSING: 'reason',
  SERVICE_MISSING: 'transferredTo',
};

/** Who does what by when (rules 4.1 and 5.3): one owner, who accepts; another service's work is marked done with its source. */
@Injectable()
export class ActionsService {
  constructor(
    private readonly access: AccessService,
    private readonly plans: PlansService,
  ) {}

  async add(ctx: AccessContext, planId: string, body: AddAction): Promise<PlanView> {
    const { plan, facts } = await this.plans.openToLead(ctx, planId);
    if (body.byWhen < ctx.today) throw invalid({ byWhen: ['Choose today or a later day'] });
    if (body.subjectId !== undefined && !facts.subjects.some((each) => each.personId === body.subjectId))
      throw invalid({ subjectId: ['Choose a child of this record'] });
    const subjectId = body.subjectId ?? plan.subjectId;
    this.plans.demandPart(ctx, facts, subjectId);
    const owner = await this.owner(ctx, facts, body);
    await this.demandParts(ctx, facts, planId, body);
    await insertAction(ctx, {
      planId,
      episodeId: plan.episodeId,
      subjectId,
      aboutPersonId: body.aboutPersonId ?? null,
      category: body.category ?? 'PLAN',
      outcomeId: body.outcomeId ?? null,
      meetingId: body.meetingId ?? null,
      text: body.text.trim(),
      ownerUserId: owner.userId,
      ownerPersonId: owner.personId,
      ownerAgencyId: owner.agencyId,
      byWhen: body.byWhen,
      priority: body.priority ?? 'NORMAL',
      status: await this.firstStatus(ctx, owner, body.meetingId),
    });
    await this.plans.audit(ctx, facts, 'plan.action-added', [`plan:${planId}`], [body.category ?? 'PLAN']);
    return this.plans.again(ctx, plan.episodeId);
  }

  async change(ctx: AccessContext, actionId: string, body: ChangeAction): Promise<PlanView> {
    const { action, opened } = await this.open(ctx, actionId);
    const leads = leadsPlan(ctx.actor, opened.facts, ctx.now);
    const owns = action.ownerUserId === ctx.userId;
    if (!leads && !owns) throw forbidden('NOT_YOUR_ACTION');
    if (!leads) refuseRewording(body);
    if (body.byWhen !== undefined && body.byWhen !== action.byWhen && body.byWhen < ctx.today)
      throw invalid({ byWhen: ['Choose today or a later day'] });
    const moving = body.status !== undefined && body.status !== action.status;
    if (moving) this.demandMove(ctx, action, body, owns);
    const saved = await updateAction(ctx.uow, actionId, body.version, {
      text: body.text?.trim() ?? null,
      byWhen: body.byWhen ?? null,
      priority: body.priority ?? null,
      ...(moving
        ? {
            status: body.status ?? null,
            statusReason: body.reason?.trim() || null,
            transferredTo: body.transferredTo?.trim() || null,
            doneOn: body.status === 'DONE' ? (body.doneOn ?? ctx.today) : null,
          }
        : {}),
    });
    if (!saved) throw stale({ stored: await this.stored(ctx, action), sent: body });
    const comment = body.comment?.trim();
    if (comment)
      await insertComment(ctx, action, {
        text: comment,
        meetingId: body.meetingId ?? null,
        statusSet: moving ? (body.status ?? null) : null,
      });
    await this.plans.audit(
      ctx,
      opened.facts,
      'plan.action-changed',
      [`action:${actionId}`],
      [action.category],
    );
    return this.plans.again(ctx, action.episodeId);
  }

  async comment(ctx: AccessContext, actionId: string, body: AddComment): Promise<PlanView> {
    const { action, opened } = await this.open(ctx, actionId);
    if (!leadsPlan(ctx.actor, opened.facts, ctx.now) && action.ownerUserId !== ctx.userId)
      throw forbidden('NOT_YOUR_ACTION');
    await insertComment(ctx, action, {
      text: body.text.trim(),
      meetingId: body.meetingId ?? null,
      statusSet: null,
    });
    await this.plans.audit(
      ctx,
      opened.facts,
      'plan.action-commented',
      [`action:${actionId}`],
      [action.category],
    );
    return this.plans.again(ctx, action.episodeId);
  }

  private async open(
    ctx: AccessContext,
    actionId: string,
  ): Promise<{ action: ActionRow; opened: OpenedPlan }> {
    const action = await actionRow(ctx.uow, actionId);
    const opened = await this.plans.open(ctx, action?.planId ?? actionId);
    demandRow(this.access, ctx, opened.facts, 'write', action);
    if (action === null) throw notFound();
    if (opened.plan.status === 'CLOSED') throw new DomainError('PLAN_OVER', 422);
    return { action, opened };
  }

  private async owner(ctx: AccessContext, facts: EpisodeFacts, body: AddAction): Promise<Owner> {
    const { ownerUserId, ownerPersonId } = body;
    if ((ownerUserId === undefined) === (ownerPersonId === undefined))
      throw invalid({ ownerUserId: ['Choose one owner: a worker of the team or someone of the family'] });
    if (ownerPersonId !== undefined) {
      if (!isOfFamily(facts, ownerPersonId))
        throw invalid({ ownerPersonId: ['Choose someone of the family'] });
      return { userId: null, personId: ownerPersonId, agencyId: null };
    }
    const people = await peopleOfCase(ctx.uow, facts.id, []);
    const worker = people.find((each) => each.kind === 'WORKER' && each.id === ownerUserId);
    if (!worker || worker.agencyId === null)
      throw invalid({ ownerUserId: ['Choose a worker of the team, or ask them to join it first'] });
    const recipient = { userId: worker.id, agencyId: worker.agencyId };
    if (invitable(facts, recipient, ctx.agencyId, ctx.now) !== 'AGREED')
      throw invalid({ ownerUserId: [`The family has not agreed to ${worker.agencyName ?? 'that service'}`] });
    return { userId: worker.id, personId: null, agencyId: worker.agencyId };
  }

  private async demandParts(
    ctx: AccessContext,
    facts: EpisodeFacts,
    planId: string,
    body: AddAction,
  ): Promise<void> {
    if (body.outcomeId !== undefined && (await outcomeRow(ctx.uow, body.outcomeId))?.planId !== planId)
      throw invalid({ outcomeId: ['Choose a hope of this plan'] });
    if (body.meetingId !== undefined && (await meetingForPlan(ctx.uow, facts.id, body.meetingId)) === null)
      throw invalid({ meetingId: ['Choose a meeting of this case'] });
    if (body.aboutPersonId !== undefined && !isOfFamily(facts, body.aboutPersonId))
      throw invalid({ aboutPersonId: ['Choose someone of the family'] });
  }

  /** Accepted already when the owner gave it to themself or was in the room; otherwise the owner is asked. */
  private async firstStatus(
    ctx: AccessContext,
    owner: Owner,
    meetingId: string | undefined,
  ): Promise<string> {
    if (owner.userId === ctx.userId) return 'AGREED';
    if (meetingId === undefined) return 'PROPOSED';
    return (await wasThere(ctx.uow, meetingId, owner)) ? 'AGREED' : 'PROPOSED';
  }

  private demandMove(ctx: AccessContext, action: ActionRow, body: ChangeAction, owns: boolean): void {
    const from = action.status as ActionStatus;
    const to = body.status as ActionStatus;
    if (!canGo(ACTION_MACHINE, from, to)) {
      const words = `This action is "${labelOf(ACTION_STATUSES, from)}": it cannot become "${labelOf(ACTION_STATUSES, to)}"`;
      throw invalid({ status: [words] }, 'ACTION_CANNOT_GO');
    }
    if (from === 'PROPOSED' && to === 'AGREED' && action.ownerUserId !== null && !owns)
      throw invalid({ status: ['The person who is to do it accepts it'] }, 'OWNER_ACCEPTS');
    const [obstacle] = actionMoveObstacles({
      to,
      byOwner: owns,
      ownedElsewhere: action.ownerUserId !== null && action.ownerAgencyId !== ctx.agencyId,
      comment: body.comment ?? null,
      doneOn: to === 'DONE' ? (body.doneOn ?? ctx.today) : null,
      today: ctx.today,
      reason: body.reason ?? null,
      transferredTo: body.transferredTo ?? null,
    });
    if (obstacle) throw invalid({ [FIELD_OF[obstacle.code] ?? 'status']: [obstacle.words] }, obstacle.code);
  }

  private async stored(ctx: AccessContext, action: ActionRow): Promise<unknown> {
    const view = await this.plans.again(ctx, action.episodeId);
    return view.plan?.actions.find((each) => each.id === action.id) ?? null;
  }
}

/** An owner says how it goes; what was agreed is changed by who keeps the plan. */
function refuseRewording(body: ChangeAction): void {
  const fields = (['text', 'byWhen', 'priority'] as const).filter((field) => body[field] !== undefined);
  if (fields.length === 0) return;
  throw invalid(
    Object.fromEntries(
      fields.map((field) => [field, ['The lead professional changes this: write them a comment']]),
    ),
    'ASK_THE_LEAD',
  );
}

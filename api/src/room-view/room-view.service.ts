import { Injectable } from '@nestjs/common';
import type { EpisodeFacts } from '@encircle/shared/policy';
import type { RoomView } from '@encircle/shared/room-view';
import type { AccessContext } from '#api/access/access-context.js';
import { familyAsker } from '#api/access/family-asker.js';
import { askedOf, type Sieve } from '#api/access/labelled.js';
import { maySend } from '#api/access/may-send.js';
import { MeetingsService, type Invited, type OpenedMeeting } from '#api/meetings/meetings.service.js';
import { PlansService } from '#api/plans/plans.service.js';
import { asColleague, asThem, together, type MayRead } from './may-read.js';
import { idsOnTheWall, meetingOnTheWall, planOnTheWall } from './domain/on-the-wall.js';
import { isDeputy, isHere } from './domain/who-is-here.js';
import { hatsOf, keptOut } from './persistence/hats.repository.js';

/**
 * The screen of a meeting is often on the wall: what stands there is what everybody present may read. Decided by the
 * policy for each of them in turn, and anew with every question, so that it follows people as they come and go.
 */
@Injectable()
export class RoomViewService {
  constructor(
    private readonly meetings: MeetingsService,
    private readonly plans: PlansService,
  ) {}

  async show(ctx: AccessContext, meetingId: string): Promise<RoomView> {
    const opened = await this.meetings.openToRun(ctx, meetingId);
    const present = (await this.meetings.invited(ctx, opened)).filter(isHere);
    const view = await this.forThese(ctx, opened, present);
    await this.meetings.audit(ctx, opened, {
      categories: categoriesOf(view),
      count: view.meeting.minutes.length + (view.plan?.plan?.actions.length ?? 0),
    });
    return view;
  }

  /** The wall while exactly these people are in the room with whoever asks. */
  async forThese(ctx: AccessContext, opened: OpenedMeeting, present: readonly Invited[]): Promise<RoomView> {
    const { facts } = opened;
    const may = together(await this.readers(ctx, facts, present));
    const only: Sieve = (rows) => rows.filter((row) => may(askedOf(row)));
    const meeting = meetingOnTheWall(await this.meetings.narrowed(ctx, opened, only), may);
    const plan = await this.plans.narrowed(ctx, facts, only);
    return { meeting, plan: planOnTheWall(plan, idsOnTheWall(meeting), may) };
  }

  private async readers(
    ctx: AccessContext,
    facts: EpisodeFacts,
    present: readonly Invited[],
  ): Promise<MayRead[]> {
    const colleagues = present.flatMap(({ userId }) =>
      userId === null || userId === ctx.userId ? [] : [userId],
    );
    const hats = await hatsOf(ctx.uow, colleagues);
    const out = await keptOut(ctx.uow, facts.id);
    return present
      .filter(({ userId }) => userId !== ctx.userId)
      .map((who) => {
        if (who.personId !== null) return this.asFamily(ctx, facts, who.personId);
        if (who.userId === null || isDeputy(who)) return this.asService(ctx, facts, who.agencyId);
        const own = hats.filter(({ userId, agencyId }) => userId === who.userId && agencyId === who.agencyId);
        return asColleague(own, out.has(who.userId), facts, ctx.now);
      });
  }

  private asFamily(ctx: AccessContext, facts: EpisodeFacts, personId: string): MayRead {
    const inFile = [...facts.subjects, ...facts.relatives].some((each) => each.personId === personId);
    return inFile ? asThem(familyAsker(ctx, facts, personId).actor, 'SUBJECT', facts, ctx.now) : () => false;
  }

  /** Somebody without an account here, a deputy or a guest: what could be sent to the service they come from. */
  private asService(ctx: AccessContext, facts: EpisodeFacts, agencyId: string | null): MayRead {
    if (agencyId === null) return () => false;
    return (asked) => maySend(ctx, facts, asked, { userId: null, agencyId });
  }
}

const categoriesOf = ({ meeting, plan }: RoomView): string[] => [
  ...new Set([
    'MEETING',
    ...meeting.minutes.map(({ category }) => category),
    ...(plan === null ? [] : ['PLAN', ...(plan.plan?.actions ?? []).map(({ category }) => category)]),
  ]),
];

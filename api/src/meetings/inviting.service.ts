import { Injectable } from '@nestjs/common';
import { invitable } from '@encircle/shared/episodes';
import { isShortNotice, type Invitee } from '@encircle/shared/meetings';
import { isOrdinary, isRefusal, type EpisodeFacts } from '@encircle/shared/policy';
import type { AccessContext } from '#api/access/access-context.js';
import { DomainError, invalid } from '#api/platform/errors/domain-error.js';
import {
  agencyName,
  insertInvitation,
  invitationsOf,
  personNames,
  placeOnCase,
  tellInvited,
  worksAt,
  type NewInvitation,
} from './persistence/invitations.repository.js';
import { leftOutOf } from './persistence/left-out.repository.js';

export interface InvitedTo {
  id: string;
  episodeId: string;
  subjectId: string | null;
  /** Civil date of the meeting. */
  on: string;
}

type Who = Pick<
  NewInvitation,
  'userId' | 'personId' | 'guestName' | 'agencyId' | 'professionalRole' | 'isFamily' | 'category'
>;

interface Came {
  /** They came without an invitation, and the family is content. */
  uninvited: boolean;
  familyAgreed: boolean;
}

const INVITED: Came = { uninvited: false, familyAgreed: false };

/**
 * Who may be asked to a meeting. A service the family said no to is refused before anything is written, so that no
 * message reaches it (ST01.7). The invitation of a sensitive worker is a row of its own kind that only those see whom
 * the agreement names: the attendance list is the usual leak (rule 6.8).
 */
@Injectable()
export class InvitingService {
  async invite(
    ctx: AccessContext,
    facts: EpisodeFacts,
    meeting: InvitedTo,
    invitees: readonly Invitee[],
    came: Came = INVITED,
    topic: 'meeting.invited' | 'meeting.moved' = 'meeting.invited',
  ): Promise<void> {
    const there = await invitationsOf(ctx.uow, meeting.id);
    const known = new Set(there.map((each) => each.userId ?? each.personId ?? ''));
    const kept = new Set((await leftOutOf(ctx, meeting.id)).map(({ personId }) => personId));
    const people: Who[] = [];
    for (const [index, invitee] of invitees.entries()) {
      const who = await this.who(ctx, facts, invitee, `invitees.${index}`, came);
      const key = who.userId ?? who.personId;
      if (key !== null && known.has(key))
        throw invalid({ [`invitees.${index}`]: ['This person is invited already'] });
      if (who.personId !== null && kept.has(who.personId))
        throw invalid({
          [`invitees.${index}`]: ['They are left out of this meeting, with a reason. Undo that first'],
        });
      if (key !== null) known.add(key);
      people.push(who);
    }
    for (const [index, who] of people.entries()) await this.write(ctx, meeting, invitees[index], who, came);
    const told = people.flatMap((who) => (who.userId === null || came.uninvited ? [] : [who.userId]));
    await tellInvited(ctx, topic, meeting.id, meeting.episodeId, told);
  }

  /** Everybody who was asked hears that it does not take place. */
  async callOff(ctx: AccessContext, meeting: { id: string; episodeId: string }): Promise<void> {
    const asked = (await invitationsOf(ctx.uow, meeting.id)).flatMap(({ userId }) => userId ?? []);
    await tellInvited(ctx, 'meeting.cancelled', meeting.id, meeting.episodeId, asked);
  }

  /** Those of an earlier attempt who may still be asked, as the command would name them. */
  async again(ctx: AccessContext, facts: EpisodeFacts, meetingId: string): Promise<Invitee[]> {
    const rows = await invitationsOf(ctx.uow, meetingId);
    const kept: Invitee[] = [];
    for (const row of rows) {
      const invitee: Invitee = {
        ...(row.userId === null ? {} : { userId: row.userId }),
        ...(row.personId === null ? {} : { personId: row.personId }),
        ...(row.guestName === null || row.agencyId === null
          ? {}
          : { guest: { name: row.guestName, agencyId: row.agencyId } }),
        required: row.required,
      };
      if (await this.may(ctx, facts, invitee)) kept.push(invitee);
    }
    return kept;
  }

  private async may(ctx: AccessContext, facts: EpisodeFacts, invitee: Invitee): Promise<boolean> {
    try {
      await this.who(ctx, facts, invitee, 'invitees', INVITED);
      return true;
    } catch (error) {
      if (error instanceof DomainError) return false;
      throw error;
    }
  }

  private who(
    ctx: AccessContext,
    facts: EpisodeFacts,
    invitee: Invitee,
    path: string,
    came: Came,
  ): Promise<Who> {
    const { userId, personId, guest } = invitee;
    if ([userId, personId, guest].filter((each) => each !== undefined).length !== 1)
      throw invalid({ [path]: ['Choose one: a worker, someone of the family, or a guest'] });
    if (userId !== undefined) return this.worker(ctx, facts, userId, `${path}.userId`, came);
    if (personId !== undefined)
      return Promise.resolve(relative(facts, personId, ctx.now, `${path}.personId`));
    return this.guest(ctx, facts, guest as NonNullable<Invitee['guest']>, `${path}.guest.agencyId`, came);
  }

  private async worker(
    ctx: AccessContext,
    facts: EpisodeFacts,
    userId: string,
    path: string,
    came: Came,
  ): Promise<Who> {
    const place = await placeOnCase(ctx.uow, facts.id, userId);
    if (place !== null) {
      await this.demandAgreed(ctx, facts, { userId, agencyId: place.agencyId }, place.fullName, path, came);
      return {
        ...NOBODY,
        userId,
        agencyId: place.agencyId,
        professionalRole: place.professionalRole,
        category: place.sensitiveClass === 'NONE' ? 'MEETING' : place.sensitiveClass,
      };
    }
    const [works, ...more] = await worksAt(ctx.uow, userId);
    if (!works) throw invalid({ [path]: ['Choose a worker of the team'] });
    for (const each of [works, ...more])
      if (invitable(facts, { userId, agencyId: each.agencyId }, ctx.agencyId, ctx.now) === 'REFUSED')
        throw await this.refused(ctx, facts, each.agencyId, works.fullName, path);
    if (!came.uninvited)
      throw invalid({ [path]: [`Ask ${works.fullName} to join the team first`] }, 'NOT_ON_TEAM');
    await this.demandAgreed(ctx, facts, { userId, agencyId: works.agencyId }, works.fullName, path, came);
    return { ...NOBODY, userId, agencyId: works.agencyId, professionalRole: null };
  }

  private async guest(
    ctx: AccessContext,
    facts: EpisodeFacts,
    guest: NonNullable<Invitee['guest']>,
    path: string,
    came: Came,
  ): Promise<Who> {
    if ((await agencyName(ctx.uow, guest.agencyId)) === null)
      throw invalid({ [path]: ['Choose the agency the guest comes from'] });
    await this.demandAgreed(ctx, facts, { userId: '', agencyId: guest.agencyId }, guest.name, path, came);
    return {
      ...NOBODY,
      guestName: guest.name.trim(),
      agencyId: guest.agencyId,
      professionalRole: guest.professionalRole ?? null,
    };
  }

  private async demandAgreed(
    ctx: AccessContext,
    facts: EpisodeFacts,
    recipient: { userId: string; agencyId: string },
    name: string,
    path: string,
    came: Came,
  ): Promise<void> {
    const answer = invitable(facts, recipient, ctx.agencyId, ctx.now);
    if (answer === 'AGREED') return;
    if (answer === 'REFUSED') throw await this.refused(ctx, facts, recipient.agencyId, name, path);
    if (came.uninvited && came.familyAgreed) return;
    const agency = (await agencyName(ctx.uow, recipient.agencyId)) ?? 'that service';
    const words = came.uninvited
      ? `The family has not agreed to ${agency}. Ask them, then say so here`
      : `The family has not agreed to ${agency} yet. Record their agreement first`;
    throw invalid({ [path]: [words] }, 'NOT_AGREED');
  }

  /** Names whose no it is: the worker who invites may see it, because it was said to the team. */
  private async refused(
    ctx: AccessContext,
    facts: EpisodeFacts,
    agencyId: string,
    name: string,
    path: string,
  ): Promise<DomainError> {
    const agency = (await agencyName(ctx.uow, agencyId)) ?? 'that service';
    const givers = facts.consents
      .filter(
        (line) =>
          line.recipientId === agencyId && isRefusal(line, ctx.now) && line.categories.some(isOrdinary),
      )
      .map((line) => line.giverId);
    const names = [...(await personNames(ctx.uow, givers)).values()];
    const said = names.length > 0 ? names.join(' and ') : 'The family';
    return invalid(
      { [path]: [`${said} said no to ${agency}. ${name} cannot be invited`] },
      'REFUSED_BY_FAMILY',
    );
  }

  private async write(
    ctx: AccessContext,
    meeting: InvitedTo,
    invitee: Invitee | undefined,
    who: Who,
    came: Came,
  ): Promise<void> {
    await insertInvitation(ctx, {
      ...who,
      meetingId: meeting.id,
      episodeId: meeting.episodeId,
      subjectId: meeting.subjectId,
      required: came.uninvited ? false : (invitee?.required ?? true),
      reason: invitee?.reason?.trim() || null,
      shortNotice: isShortNotice(ctx.today, meeting.on),
      attendance: came.uninvited ? 'UNINV' : null,
    });
  }
}

const NOBODY: Who = {
  userId: null,
  personId: null,
  guestName: null,
  agencyId: null,
  professionalRole: null,
  isFamily: false,
  category: 'MEETING',
};

/** Somebody of the family: the child, or a relative no shield keeps away. */
function relative(facts: EpisodeFacts, personId: string, now: string, path: string): Who {
  const child = facts.subjects.some((each) => each.personId === personId);
  const tied = facts.relatives.some((each) => each.personId === personId);
  if (!child && !tied) throw invalid({ [path]: ['Choose someone of the family'] });
  const kept = facts.shields.some(
    (shield) =>
      shield.from <= now &&
      (shield.to === null || now < shield.to) &&
      ![...shield.protectedPersonIds, ...shield.householdPersonIds].includes(personId),
  );
  if (!child && kept)
    throw invalid({
      [path]: ['A shield protects this child. Ask the CAF team before anyone else is invited'],
    });
  return { ...NOBODY, personId, isFamily: true };
}

import { Injectable } from '@nestjs/common';
import { londonDate } from '@encircle/shared/dates';
import type { MeetingCard, MeetingList, MeetingView } from '@encircle/shared/meetings';
import { decodeCursor, DEFAULT_LIMIT, encodeCursor, type PageQuery } from '@encircle/shared/paging';
import type { Decision, EpisodeFacts } from '@encircle/shared/policy';
import type { AccessContext } from '#api/access/access-context.js';
import { AccessService } from '#api/access/access.service.js';
import { RepairsService } from '#api/repairs/repairs.service.js';
import { TimescalesService } from '#api/timescales/timescales.service.js';
import { demandRow, readable, type Sieve } from '#api/access/labelled.js';
import { forbidden, invalid } from '#api/platform/errors/domain-error.js';
import {
  cardView,
  childView,
  invitationView,
  meetingView,
  minuteView,
  type CardLike,
} from './domain/meeting-view.js';
import { reportView, requestView } from './domain/report-view.js';
import { leadsOf, runsMeetings } from './domain/who-runs.js';
import { childOf, interpreterOf, type InterpreterFact } from './persistence/children.repository.js';
import { invitationsOf, type InvitationRow } from './persistence/invitations.repository.js';
import { meetingsOfEpisode, meetingsOfWorker } from './persistence/meeting-lists.repository.js';
import { earlierAttempts, meetingRow, placeOf, type MeetingRow } from './persistence/meetings.repository.js';
import { minutesOf } from './persistence/minutes.repository.js';
import { reportRequestsOf, reportsOf } from './persistence/report-requests.repository.js';

/** A meeting the actor may read, with what the gate decided about it. */
export interface OpenedMeeting {
  row: MeetingRow;
  facts: EpisodeFacts;
  decision: Decision;
}

/** Who was asked, and whether they came. */
export type Invited = Pick<InvitationRow, 'userId' | 'personId' | 'agencyId' | 'attendance'>;

/** Reading meetings. What the actor may not see is not in the answer: no line, no count, no gap. */
@Injectable()
export class MeetingsService {
  constructor(
    private readonly access: AccessService,
    private readonly timescales: TimescalesService,
    private readonly repairs: RepairsService,
  ) {}

  /** @throws 404 as for a random id; 403 where the actor may know of the case */
  async open(ctx: AccessContext, id: string): Promise<OpenedMeeting> {
    const row = await meetingRow(ctx.uow, id);
    const facts = await this.access.facts(ctx, row?.episodeId ?? id);
    const decision = demandRow(this.access, ctx, facts, 'read', row);
    return { row: row as MeetingRow, facts, decision };
  }

  /** The same, for somebody who may change it. @throws 403 NOT_YOURS_TO_RUN for others of the team */
  async openToRun(ctx: AccessContext, id: string): Promise<OpenedMeeting> {
    const opened = await this.open(ctx, id);
    demandRow(this.access, ctx, opened.facts, 'write', opened.row);
    if (!runsMeetings(ctx.actor, opened.facts, opened.row, ctx.now)) throw forbidden('NOT_YOURS_TO_RUN');
    return opened;
  }

  async view(ctx: AccessContext, id: string): Promise<MeetingView> {
    const opened = await this.open(ctx, id);
    const view = await this.shaped(ctx, opened);
    const categories = [...new Set(['MEETING', ...view.minutes.map((line) => line.category)])];
    await this.audit(ctx, opened, { categories, count: view.minutes.length });
    return view;
  }

  /** After a change: the meeting as it now is, without another audit row. */
  async again(ctx: AccessContext, id: string): Promise<MeetingView> {
    return this.shaped(ctx, await this.open(ctx, id));
  }

  /** Who was asked, as far as the reader may know. */
  async invited(ctx: AccessContext, { row, facts }: OpenedMeeting): Promise<Invited[]> {
    return readable(this.access, ctx, facts, await invitationsOf(ctx.uow, row.id));
  }

  /** The same with less: what stands in it passes `only` beside the reader's own rights. */
  narrowed(ctx: AccessContext, opened: OpenedMeeting, only: Sieve): Promise<MeetingView> {
    return this.shaped(ctx, opened, only);
  }

  async ofEpisode(ctx: AccessContext, episodeId: string, page: PageQuery): Promise<MeetingList> {
    const facts = await this.access.facts(ctx, episodeId);
    const decision = this.access.demand(ctx, facts, 'read', { categories: ['MEETING'] });
    const limit = page.limit ?? DEFAULT_LIMIT;
    const rows = await meetingsOfEpisode(ctx.uow, episodeId, placeAfter(page.after), limit + 1);
    await ctx.audit({
      episodeId,
      childIds: facts.subjects.map((each) => each.personId),
      categories: ['MEETING'],
      basis: decision.bases,
      count: Math.min(rows.length, limit),
    });
    return this.list(ctx, rows, limit);
  }

  async mine(ctx: AccessContext, when: 'COMING' | 'PAST', page: PageQuery): Promise<MeetingList> {
    const limit = page.limit ?? DEFAULT_LIMIT;
    const rows = await meetingsOfWorker(ctx.uow, when, placeAfter(page.after), limit + 1);
    const childIds = rows.flatMap((row) => (row.childId === null ? [] : [row.childId]));
    await ctx.audit({ childIds: [...new Set(childIds)], categories: ['MEETING'], count: childIds.length });
    return this.list(ctx, rows, limit);
  }

  async audit(
    ctx: AccessContext,
    { row, facts, decision }: OpenedMeeting,
    more: {
      action?: string;
      categories?: readonly string[];
      fields?: readonly string[];
      count?: number;
    } = {},
  ): Promise<void> {
    await ctx.audit({
      episodeId: row.episodeId,
      childIds: facts.subjects.map((each) => each.personId),
      categories: ['MEETING'],
      basis: [...decision.bases, `meeting:${row.id}`],
      ...more,
    });
  }

  private async shaped(
    ctx: AccessContext,
    { row, facts }: OpenedMeeting,
    also: Sieve = (rows) => [...rows],
  ): Promise<MeetingView> {
    const { uow } = ctx;
    const only: Sieve = (rows) => also(readable(this.access, ctx, facts, rows));
    const place = await placeOf(uow, row.id);
    const earlier = row.movedFromId === null ? [] : await earlierAttempts(uow, row.movedFromId);
    const invitations = only(await invitationsOf(uow, row.id));
    const minutes = only(await minutesOf(uow, row.id));
    const mayRun = this.mayRun(ctx, { row, facts });
    const asked = mayRun ? only(await reportRequestsOf(uow, row.id)) : [];
    const requests = new Map(
      asked.map((each) => [`${each.kind} ${each.invitationId}`, requestView(each, ctx.today)]),
    );
    const subjectId = row.subjectId ?? facts.subjects[0]?.personId ?? row.id;
    const child = await childOf(uow, row.episodeId, subjectId);
    const leads = leadsOf(facts, ctx.now);
    return meetingView(row, {
      child: childView(child, ctx.today),
      place: place && only([place]).length > 0 ? place.place : null,
      earlier: only(earlier),
      invitations: invitations.map((each) => ({
        ...invitationView(each, ctx.userId, leads),
        report: requests.get(`REPORT ${each.id}`) ?? null,
        answerLink: requests.get(`ANSWER ${each.id}`) ?? null,
      })),
      minutes: minutes.map(minuteView),
      reports: only(await reportsOf(uow, row.id)).map(reportView),
      mayRun,
      repairs: row.status === 'HELD' ? await this.repairs.of(ctx, facts, 'MEETING', row.id) : [],
      interpreter: await this.interpreter(ctx, facts, row, subjectId),
      today: ctx.today,
      timescales: await this.timescales.at(ctx, row.heldAt ?? ctx.now),
    });
  }

  private async interpreter(
    ctx: AccessContext,
    facts: EpisodeFacts,
    { status }: OpenedMeeting['row'],
    subjectId: string,
  ): Promise<InterpreterFact | null> {
    if (status !== 'PLANNED') return null;
    const seen = this.access.decide(ctx, facts, 'read', { subjectId, categories: ['IDENT'] });
    return seen.effect === 'ALLOW' ? interpreterOf(ctx.uow, subjectId) : null;
  }

  private mayRun(ctx: AccessContext, { row, facts }: Pick<OpenedMeeting, 'row' | 'facts'>): boolean {
    if (!runsMeetings(ctx.actor, facts, row, ctx.now)) return false;
    const asked = { subjectId: row.subjectId, categories: ['MEETING'], authorId: row.authorId } as const;
    return (
      this.access.decide(ctx, facts, 'write', { ...asked, sourceAgencyId: row.sourceAgencyId }).effect ===
      'ALLOW'
    );
  }

  private list(ctx: AccessContext, rows: readonly CardLike[], limit: number): MeetingList {
    const items: MeetingCard[] = rows.slice(0, limit).map((row) => cardView(row, ctx.today));
    const last = items.at(-1);
    const more = rows.length > limit && last !== undefined;
    return { items, next: more ? encodeCursor([last.plannedAt, last.id]) : null };
  }
}

/** The day of a meeting in London: what due dates and notice count from. */
export const dayOf = (row: { plannedAt: string }): string => londonDate(row.plannedAt);

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

function placeAfter(after: string | undefined): { at: string; id: string } | null {
  if (after === undefined) return null;
  const [at, id] = decodeCursor(after, 2) ?? [];
  if (typeof at !== 'string' || typeof id !== 'string' || !INSTANT.test(at) || !UUID.test(id))
    throw invalid({ after: ['Start the list again from its first page'] });
  return { at, id };
}

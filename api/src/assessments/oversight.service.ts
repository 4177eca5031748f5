import { Injectable } from '@nestjs/common';
import type {
  AnswerOversight,
  NoteOversight,
  OversightNoteView,
  OversightPage,
  OversightView,
  WriteOversight,
} from '@encircle/shared/assessments';
import { addWorkingDays, isCivilDate } from '@encircle/shared/dates';
import { hasSection } from '@encircle/shared/forms';
import { decodeCursor, DEFAULT_LIMIT, encodeCursor, type PageQuery } from '@encircle/shared/paging';
import type { EpisodeFacts } from '@encircle/shared/policy';
import type { AccessContext } from '#api/access/access-context.js';
import { AccessService } from '#api/access/access.service.js';
import { readable } from '#api/access/labelled.js';
import { forbidden, invalid, notFound, stale } from '#api/platform/errors/domain-error.js';
import { tell } from '#api/platform/outbox/tell.js';
import { TimescalesService } from '#api/timescales/timescales.service.js';
import { AssessmentReader, type Opened } from './assessment-reader.js';
import { overseenAgency, workedBy, type Work } from './domain/who-oversees.js';
import {
  addOversight,
  answerOversight,
  oversightById,
  oversightOf,
  overseenRows,
  type NewOversight,
  type StoredOversight,
} from './persistence/oversight.repository.js';

/** What those in charge say about the work, and what is done about it. It stands beside the work and never in its way. */
@Injectable()
export class OversightService {
  constructor(
    private readonly access: AccessService,
    private readonly reader: AssessmentReader,
    private readonly timescales: TimescalesService,
  ) {}

  async ofAssessment(ctx: AccessContext, assessmentId: string): Promise<OversightView> {
    const opened = await this.open(ctx, assessmentId);
    const view = await this.viewOf(ctx, opened.facts, opened.stored.episodeId, opened);
    await this.audit(ctx, opened.facts, { count: view.items.length });
    return view;
  }

  async ofCase(ctx: AccessContext, episodeId: string): Promise<OversightView> {
    const facts = await this.demandCase(ctx, episodeId);
    const view = await this.viewOf(ctx, facts, episodeId, null);
    await this.audit(ctx, facts, { count: view.items.length });
    return view;
  }

  /** @throws 403 for whoever does not look after this work; 400 naming what is missing from a return */
  async write(ctx: AccessContext, assessmentId: string, body: WriteOversight): Promise<OversightView> {
    const opened = await this.open(ctx, assessmentId);
    const { facts, form, stored } = opened;
    const words = body.words?.trim() ?? '';
    const agencyId = this.demandOverseer(ctx, facts, workOf(opened));
    if (stored.status === 'SUPERSEDED')
      throw invalid({ kind: ['A later version is there: look at that one'] }, 'SUPERSEDED');
    if (body.kind === 'RETURNED' && words.length < 5)
      throw invalid({ words: ['Say what is to be changed, in 5 to 2,000 characters'] });
    const sections = body.kind === 'RETURNED' ? (body.sections ?? []) : [];
    if (sections.some((key) => !hasSection(form, key)))
      throw invalid({ sections: ['Choose parts of this form'] });
    await this.keep(ctx, facts, {
      episodeId: stored.episodeId,
      assessmentId,
      agencyId,
      kind: body.kind,
      words,
      sections,
    });
    return this.viewOf(ctx, facts, stored.episodeId, opened);
  }

  async note(ctx: AccessContext, episodeId: string, body: NoteOversight): Promise<OversightView> {
    const facts = await this.demandCase(ctx, episodeId);
    const agencyId = this.demandOverseer(ctx, facts, null);
    await this.keep(ctx, facts, {
      episodeId,
      assessmentId: null,
      agencyId,
      kind: 'NOTE',
      words: body.words.trim(),
      sections: [],
    });
    return this.viewOf(ctx, facts, episodeId, null);
  }

  /** @throws 404 for a note this reader may not know of, 409 with it as it stands when it was answered meanwhile */
  async answer(ctx: AccessContext, id: string, body: AnswerOversight): Promise<OversightView> {
    const row = await oversightById(ctx, id);
    if (!row?.assessmentId) throw notFound();
    const opened = await this.open(ctx, row.assessmentId);
    const { facts } = opened;
    if (readable(this.access, ctx, facts, [row]).length === 0) throw notFound();
    if (row.kind !== 'RETURNED' || !workedBy(facts, ctx.now).includes(ctx.userId))
      throw forbidden('ONLY_THE_LEAD');
    const words = body.words.trim();
    if (words.length < 5) throw invalid({ words: ['Say what you did about it, in 5 to 2,000 characters'] });
    if (!(await answerOversight(ctx, id, body.version, words)))
      throw stale({ stored: (await this.viewOf(ctx, facts, row.episodeId, opened)).items, sent: body });
    if (row.authorId !== null)
      await tell(ctx.uow, {
        topic: 'oversight.answered',
        episodeId: row.episodeId,
        payload: { assessmentId: row.assessmentId },
        to: [row.authorId],
      });
    await this.audit(ctx, facts, { basis: [`oversight:${id}`], fields: ['answer'] });
    return this.viewOf(ctx, facts, row.episodeId, opened);
  }

  /** For those in charge: what nobody has looked at, what went back, what was answered; the oldest first. */
  async mine(ctx: AccessContext, query: PageQuery): Promise<OversightPage> {
    const limit = query.limit ?? DEFAULT_LIMIT;
    const rows = await overseenRows(ctx, placeOf(query.after), limit + 1);
    const page = rows.slice(0, limit);
    const last = page.at(-1);
    const days = (await this.timescales.now(ctx))['oversight.wd'];
    await ctx.audit({ categories: ['INVOLVE'], count: page.length, channel: 'list' });
    return {
      items: page.map((row) => ({ ...row, dueOn: addWorkingDays(row.completedOn, days) })),
      next: last && rows.length > limit ? encodeCursor([last.completedOn, last.assessmentId]) : null,
    };
  }

  private async keep(ctx: AccessContext, facts: EpisodeFacts, about: NewOversight): Promise<void> {
    const id = await addOversight(ctx, about);
    const returned = about.kind === 'RETURNED';
    await tell(ctx.uow, {
      topic: returned ? 'oversight.returned' : 'oversight.written',
      episodeId: about.episodeId,
      payload:
        about.assessmentId === null
          ? { episodeId: about.episodeId }
          : { episodeId: about.episodeId, assessmentId: about.assessmentId },
      to: facts.edges
        .filter((edge) => workedBy(facts, ctx.now).includes(edge.userId) && edge.agencyId === about.agencyId)
        .map((edge) => edge.userId),
    });
    await this.audit(ctx, facts, { basis: [`oversight:${id}`], fields: [about.kind, ...about.sections] });
  }

  private async viewOf(
    ctx: AccessContext,
    facts: EpisodeFacts,
    episodeId: string,
    opened: Opened | null,
  ): Promise<OversightView> {
    const rows = readable(
      this.access,
      ctx,
      facts,
      await oversightOf(ctx, episodeId, opened?.stored.id ?? null),
    );
    const works = workedBy(facts, ctx.now).includes(ctx.userId);
    const mayWrite = overseenAgency(askerOf(ctx), facts, ctx.now, opened && workOf(opened)) !== null;
    const own = opened?.stored.sourceAgencyId === ctx.agencyId && (works || mayWrite);
    const finished = opened?.stored.status === 'COMPLETED' ? opened.stored.completedOn : null;
    return {
      items: rows.map((row) => noteView(row, works)),
      mayWrite: mayWrite && opened?.stored.status !== 'SUPERSEDED',
      missing: own && finished !== null ? !rows.some((row) => row.sourceAgencyId === ctx.agencyId) : null,
      dueOn:
        own && finished !== null
          ? addWorkingDays(finished, (await this.timescales.now(ctx))['oversight.wd'])
          : null,
    };
  }

  /** Families have their own ways to the record: to them there is nothing here. */
  private async open(ctx: AccessContext, assessmentId: string): Promise<Opened> {
    const opened = await this.reader.open(ctx, assessmentId);
    if (ctx.agencyId === '') throw notFound();
    return opened;
  }

  private async demandCase(ctx: AccessContext, episodeId: string): Promise<EpisodeFacts> {
    const facts = await this.access.facts(ctx, episodeId);
    const decision = this.access.demand(ctx, facts, 'read', { categories: ['INVOLVE'] });
    if (ctx.agencyId === '') throw notFound();
    // An index answer tells of the case, not of what was said about the work in it.
    if (decision.effect === 'LIMITED') throw forbidden(decision.reasons[0] ?? 'NOT_ALLOWED');
    return facts;
  }

  private demandOverseer(ctx: AccessContext, facts: EpisodeFacts, work: Work | null): string {
    const agencyId = overseenAgency(askerOf(ctx), facts, ctx.now, work);
    if (agencyId === null) throw forbidden('NOT_YOURS_TO_OVERSEE');
    return agencyId;
  }

  private audit(
    ctx: AccessContext,
    facts: EpisodeFacts,
    more: { count?: number; basis?: string[]; fields?: string[] },
  ): Promise<void> {
    const childIds = facts.subjects.map((each) => each.personId);
    return ctx.audit({ episodeId: facts.id, childIds, categories: ['NOTES'], ...more });
  }
}

const askerOf = (ctx: AccessContext) => ({
  userId: ctx.userId,
  agencyId: ctx.agencyId,
  role: ctx.who.role,
});
const workOf = ({ stored }: Opened): Work => ({ authorId: stored.authorId, agencyId: stored.sourceAgencyId });

const noteView = (row: StoredOversight, works: boolean): OversightNoteView => ({
  id: row.id,
  version: row.version,
  assessmentId: row.assessmentId,
  versionNo: row.versionNo,
  kind: row.kind,
  words: row.words,
  sections: row.sections,
  by: row.by,
  agency: row.agency,
  at: row.at,
  answer: row.answer,
  answeredBy: row.answeredBy,
  answeredAt: row.answeredAt,
  mayAnswer: works && row.kind === 'RETURNED' && row.answeredAt === null,
});

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function placeOf(cursor: string | undefined): { on: string; id: string } | null {
  if (cursor === undefined) return null;
  const [on, id] = decodeCursor(cursor, 2) ?? [];
  if (typeof on !== 'string' || typeof id !== 'string' || !isCivilDate(on) || !UUID.test(id))
    throw invalid({ after: ['Start the list again from its first page'] });
  return { on, id };
}

import { Injectable } from '@nestjs/common';
import { isCivilDate } from '@encircle/shared/dates';
import { decodeCursor, DEFAULT_LIMIT, encodeCursor } from '@encircle/shared/paging';
import type { Decision, EpisodeFacts } from '@encircle/shared/policy';
import type {
  ChronologyPage,
  ChronologyQuery,
  FlagNote,
  NotesPage,
  NotesQuery,
  NoteView,
  StrikeNote,
  WriteNote,
} from '@encircle/shared/recording';
import { chronologyOf } from './persistence/chronology.repository.js';
import { flagLedTo, flagNote } from './persistence/note-flags.repository.js';
import { insertNote, noteById, notesOf, strikeOut, type NoteKey } from './persistence/notes.repository.js';
import { noteView } from './note-view.js';
import type { AccessContext } from '#api/access/access-context.js';
import { AccessService } from '#api/access/access.service.js';
import { labelProblems } from '#api/access/label-problems.js';
import { demandRow, readable, type Labelled } from '#api/access/labelled.js';
import { DomainError, forbidden, invalid, notFound, stale } from '#api/platform/errors/domain-error.js';

/** Notes and the chronology made from all work. Notes are added and struck out, never changed. */
@Injectable()
export class RecordingService {
  constructor(private readonly access: AccessService) {}

  async write(ctx: AccessContext, episodeId: string, note: WriteNote): Promise<NoteView> {
    const facts = await this.access.facts(ctx, episodeId);
    const subjectId = note.subjectId ?? facts.subjects[0]?.personId ?? '';
    const decision = this.access.demand(ctx, facts, 'write', {
      subjectId,
      aboutPersonId: note.aboutPersonId ?? null,
      categories: [note.category],
      authorId: ctx.userId,
      sourceAgencyId: ctx.agencyId,
      namedWorkerIds: note.namedWorkerIds ?? [],
      recordedAt: ctx.now,
    });
    refuse(noteProblems(note, facts, subjectId, ctx));
    const id = await insertNote(ctx, episodeId, { ...note, subjectId });
    await ctx.audit({
      episodeId,
      childIds: [subjectId],
      categories: [note.category],
      basis: decision.bases,
    });
    const row = await noteById(ctx, id);
    if (!row) throw notFound();
    return noteView(ctx, row);
  }

  async list(ctx: AccessContext, episodeId: string, query: NotesQuery): Promise<NotesPage> {
    const facts = await this.opened(ctx, episodeId);
    const limit = query.limit ?? DEFAULT_LIMIT;
    const rows = await notesOf(ctx, episodeId, {
      subjectId: query.subjectId ?? null,
      category: query.category ?? null,
      kind: query.kind ?? null,
      significant: query.significant ?? null,
      after: keyOf(query.after),
      limit: limit + 1,
    });
    const page = rows.slice(0, limit);
    const shown = readable(this.access, ctx, facts, page);
    await this.wroteDown(ctx, facts, shown);
    const last = page.at(-1);
    return {
      items: shown.map((row) => noteView(ctx, row)),
      next: rows.length > limit && last ? encodeCursor([last.eventOn, last.recordedAt, last.id]) : null,
    };
  }

  async chronology(ctx: AccessContext, episodeId: string, query: ChronologyQuery): Promise<ChronologyPage> {
    const facts = await this.opened(ctx, episodeId);
    const limit = query.limit ?? DEFAULT_LIMIT;
    const rows = await chronologyOf(ctx, episodeId, {
      kind: query.kind ?? null,
      significant: query.significant ?? null,
      after: keyOf(query.after),
      limit: limit + 1,
    });
    const page = rows.slice(0, limit);
    const shown = readable(this.access, ctx, facts, page);
    await this.wroteDown(ctx, facts, shown);
    const last = page.at(-1);
    return {
      items: shown.map(({ kind, id, day, significant, author, category, detail }) => ({
        kind,
        id,
        day,
        significant,
        author,
        category,
        detail,
      })),
      next: rows.length > limit && last ? encodeCursor([last.day, last.at, last.id]) : null,
    };
  }

  /** Only its author strikes a note out; it stays readable as struck out to those who could read it. */
  async strike(ctx: AccessContext, noteId: string, body: StrikeNote): Promise<NoteView> {
    const found = await noteById(ctx, noteId);
    if (!found) throw notFound();
    const facts = await this.access.facts(ctx, found.episodeId);
    const decision = demandRow(this.access, ctx, facts, 'write', found);
    if (found.authorId !== ctx.userId) throw forbidden('NOT_YOUR_NOTE');
    if (!(await strikeOut(ctx, noteId, body.version, body.reason)))
      throw stale({ current: noteView(ctx, found), yours: body });
    await ctx.audit({
      episodeId: found.episodeId,
      childIds: found.subjectId ? [found.subjectId] : [],
      categories: [found.category],
      basis: decision.bases,
      fields: ['struckReason'],
    });
    const row = await noteById(ctx, noteId);
    if (!row) throw notFound();
    return noteView(ctx, row);
  }

  /**
   * What a child said for some workers alone may have to be shared (rule 6.6). Whoever may write of the case and reads the
   * words says so, and whether the child knows. Nobody else learns of it from here.
   */
  async flag(ctx: AccessContext, noteId: string, body: FlagNote): Promise<NoteView> {
    const found = await noteById(ctx, noteId);
    if (!found) throw notFound();
    const facts = await this.access.facts(ctx, found.episodeId);
    const decision = demandRow(this.access, ctx, facts, 'write', found);
    if (found.category !== 'PRIVATE' || found.struckAt !== null)
      throw new DomainError('NOT_TO_BE_FLAGGED', 409, {
        detail: 'Only what a child said for some workers alone, and what still stands, is flagged',
      });
    if (body.childTold === 'NO' && body.notToldReason === undefined)
      throw invalid({ notToldReason: ['Say why the child was not told'] });
    if (!(await flagNote(ctx, found, body)))
      throw new DomainError('FLAGGED_ALREADY', 409, {
        detail: 'This is flagged already',
        data: { stored: noteView(ctx, found) },
      });
    await ctx.audit({
      episodeId: found.episodeId,
      childIds: found.subjectId ? [found.subjectId] : [],
      categories: [found.category],
      basis: decision.bases,
      fields: ['flag'],
    });
    const row = await noteById(ctx, noteId);
    if (!row) throw notFound();
    return noteView(ctx, row);
  }

  /** A referral was made out of flagged words. */
  ledTo(ctx: AccessContext, noteId: string, referral: { id: string; episodeId: string }): Promise<void> {
    return flagLedTo(ctx, noteId, referral);
  }

  /** The list may be asked for by whoever reads something of the work or may add to it; each row is then decided. */
  private async opened(ctx: AccessContext, episodeId: string): Promise<EpisodeFacts> {
    const facts = await this.access.facts(ctx, episodeId);
    const readsSome = facts.subjects.some(({ personId }) =>
      (['NOTES', 'INVOLVE', 'MEETING', 'PLAN'] as const).some((category) =>
        tellsOfWork(this.access.decide(ctx, facts, 'read', { subjectId: personId, categories: [category] })),
      ),
    );
    const addsOwn = () =>
      facts.subjects.some(
        ({ personId }) =>
          this.access.decide(ctx, facts, 'write', {
            subjectId: personId,
            categories: ['NOTES'],
            authorId: ctx.userId,
            sourceAgencyId: ctx.agencyId,
            recordedAt: ctx.now,
          }).effect === 'ALLOW',
      );
    if (!readsSome && !addsOwn()) this.access.demand(ctx, facts, 'read', { categories: ['NOTES'] });
    return facts;
  }

  private wroteDown(ctx: AccessContext, facts: EpisodeFacts, shown: readonly Labelled[]): Promise<void> {
    return ctx.audit({
      episodeId: facts.id,
      childIds: facts.subjects.map(({ personId }) => personId),
      categories: [...new Set(shown.map(({ category }) => category))].sort(),
      basis: [`role:${ctx.who.role}`],
      channel: 'list',
      count: shown.length,
    });
  }
}

function noteProblems(
  note: WriteNote,
  facts: EpisodeFacts,
  subjectId: string,
  ctx: AccessContext,
): Record<string, string[]> {
  const problems: Record<string, string[]> = {};
  if (!isCivilDate(note.eventOn)) problems['eventOn'] = ['Enter a real day'];
  else if (note.eventOn > ctx.today) problems['eventOn'] = ['The day cannot be in the future'];
  Object.assign(problems, labelProblems({ ...note, subjectId }, facts, ctx.now));
  return problems;
}

function refuse(problems: Record<string, string[]>): void {
  if (Object.keys(problems).length > 0) throw invalid(problems);
}

function keyOf(after: string | undefined): NoteKey | null {
  if (after === undefined) return null;
  const [day, at, id] = decodeCursor(after, 3) ?? [];
  const whole = typeof day === 'string' && typeof at === 'string' && typeof id === 'string';
  if (!whole || !isCivilDate(day) || Number.isNaN(Date.parse(at)) || !/^[0-9a-f-]{36}$/i.test(id))
    throw invalid({ after: ['Start the list again from its first page'] });
  return [day, at, id];
}

/** Answers that say a case exists, or who helps, and nothing of what was written in it (rule 6.5). */
const OF_THE_INDEX: readonly string[] = [
  'INDEX_ROW',
  'INDEX_MATCH',
  'INDEX_MATCH_LP',
  'IDENT_AND_INVOLVE',
  'STUB',
  'REFUSAL_FACT',
];

const tellsOfWork = (decision: Decision): boolean =>
  decision.effect === 'ALLOW' ||
  (decision.effect === 'LIMITED' && !OF_THE_INDEX.includes(decision.what ?? ''));

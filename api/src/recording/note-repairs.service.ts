import { Injectable } from '@nestjs/common';
import { isCivilDate } from '@encircle/shared/dates';
import type { Category, EpisodeFacts } from '@encircle/shared/policy';
import type { NoteCategory, NoteView, RepairNote } from '@encircle/shared/recording';
import type { AccessContext } from '#api/access/access-context.js';
import { AccessService } from '#api/access/access.service.js';
import { labelProblems } from '#api/access/label-problems.js';
import { demandRow } from '#api/access/labelled.js';
import { DomainError, invalid, notFound, stale } from '#api/platform/errors/domain-error.js';
import { noteView } from './note-view.js';
import { RepairsService } from '#api/repairs/repairs.service.js';
import { emptyNote, setNote, wholeNote } from './persistence/mended-notes.repository.js';
import { insertNote, noteById, type NoteRow } from './persistence/notes.repository.js';

/** What the readers of the record it stood on see in its place; nothing of the family it was about. */
const ELSEWHERE = 'It was about another record';

const INSTEAD = 'Write a note that says what is right, or ask information governance to correct the record';

/** Whoever wrote a note mends its day, its child or the record it stands on, for as long as the area allows (E10). */
@Injectable()
export class NoteRepairsService {
  constructor(
    private readonly access: AccessService,
    private readonly repairs: RepairsService,
  ) {}

  async mend(ctx: AccessContext, noteId: string, body: RepairNote): Promise<NoteView> {
    const found = await noteById(ctx, noteId);
    if (!found) throw notFound();
    const facts = await this.access.facts(ctx, found.episodeId);
    const decision = demandRow(this.access, ctx, facts, 'write', found);
    const mine = found.authorId === ctx.userId;
    if (mine && (found.struckAt !== null || found.flag !== null))
      throw new DomainError('NOT_TO_BE_MENDED', 409, {
        detail: 'What is struck out or flagged stays as it is. Write a note that says what is right',
      });
    this.repairs.demandOpen(ctx, mine, found.mendUntil, INSTEAD);
    if (found.version !== body.version) throw stale({ current: noteView(ctx, found), yours: body });
    const mendedId = await this.change(ctx, facts, found, body);
    await ctx.audit({
      action: 'note.mended',
      episodeId: found.episodeId,
      childIds: found.subjectId ? [found.subjectId] : [],
      categories: [found.category],
      basis: decision.bases,
      fields: [FIELDS[body.what]],
    });
    const row = await noteById(ctx, mendedId);
    if (!row) throw notFound();
    return noteView(ctx, row);
  }

  /** @returns the note that stands now */
  private async change(
    ctx: AccessContext,
    facts: EpisodeFacts,
    note: NoteRow,
    body: RepairNote,
  ): Promise<string> {
    if (body.what === 'DATE') return this.changeDay(ctx, note, body);
    if (body.what === 'CHILD') return this.changeChild(ctx, facts, note, body);
    return this.changeRecord(ctx, facts, note, body);
  }

  private async changeDay(
    ctx: AccessContext,
    note: NoteRow,
    { eventOn, reason }: RepairNote,
  ): Promise<string> {
    if (eventOn === undefined || !isCivilDate(eventOn)) throw invalid({ eventOn: ['Enter a real day'] });
    if (eventOn > ctx.today) throw invalid({ eventOn: ['The day cannot be in the future'] });
    if (eventOn === note.eventOn) throw invalid({ eventOn: ['This is the day that stands there already'] });
    if (!(await setNote(ctx, note, { eventOn }))) throw stale();
    await this.repairs.add(ctx, 'NOTE', note, { what: 'DATE', reason, before: note.eventOn, after: eventOn });
    return note.id;
  }

  private async changeChild(
    ctx: AccessContext,
    facts: EpisodeFacts,
    note: NoteRow,
    { subjectId = '', reason }: RepairNote,
  ): Promise<string> {
    if (subjectId === note.subjectId) throw invalid({ subjectId: ['The note is about this child already'] });
    this.demandPlace(ctx, facts, note, subjectId);
    if (!(await setNote(ctx, note, { subjectId }))) throw stale();
    const change = { what: 'CHILD', reason, before: note.subjectId, after: subjectId } as const;
    await this.repairs.add(ctx, 'NOTE', { ...note, subjectId }, change);
    return note.id;
  }

  /**
   * Written anew on the record it belongs on, under what that family agreed to, and emptied where it stood. Out of a shielded
   * record nothing goes by itself.
   */
  private async changeRecord(
    ctx: AccessContext,
    from: EpisodeFacts,
    note: NoteRow,
    { ref = '', subjectId, reason }: RepairNote,
  ): Promise<string> {
    const target = await this.repairs.otherRecord(ctx, from, ref);
    const child = await this.repairs.childThere(ctx, target, subjectId);
    this.demandPlace(ctx, target, note, child);
    const { kind, eventOn, text, saidBy, ownWords, childSeen, significant } = note;
    const id = await insertNote(ctx, target.id, {
      subjectId: child,
      category: note.category as NoteCategory,
      kind,
      eventOn,
      text,
      ownWords,
      significant,
      ...(note.aboutPersonId === null ? {} : { aboutPersonId: note.aboutPersonId }),
      ...(saidBy === null ? {} : { saidBy }),
      ...(childSeen === null ? {} : { childSeen: childSeen as 'NOT_SEEN' }),
      namedWorkerIds: note.namedWorkerIds,
    });
    const refs = await this.repairs.references(ctx, from, target);
    const moved = { ...note, id, episodeId: target.id, subjectId: child };
    await this.repairs.add(ctx, 'NOTE', moved, { what: 'CASE', reason, before: refs.from, after: refs.to });
    await this.repairs.add(ctx, 'NOTE', note, {
      what: 'CASE',
      reason,
      before: wholeNote(note),
      after: refs.to,
    });
    if (!(await emptyNote(ctx, note, ELSEWHERE))) throw stale();
    await ctx.audit({
      action: 'note.moved-here',
      episodeId: target.id,
      childIds: [child],
      categories: [note.category],
      basis: [`role:${ctx.who.role}`],
    });
    return id;
  }

  /** The same gate as for a new note of this kind about that child. @throws 400 naming what does not fit there */
  private demandPlace(ctx: AccessContext, facts: EpisodeFacts, note: NoteRow, subjectId: string): void {
    const category = note.category as Category;
    const problems = labelProblems(
      {
        subjectId,
        category,
        ...(note.aboutPersonId === null ? {} : { aboutPersonId: note.aboutPersonId }),
        namedWorkerIds: note.namedWorkerIds,
      },
      facts,
      ctx.now,
    );
    if (Object.keys(problems).length > 0) throw invalid(problems);
    this.access.demand(ctx, facts, 'write', {
      subjectId,
      aboutPersonId: note.aboutPersonId,
      categories: [category],
      authorId: ctx.userId,
      sourceAgencyId: ctx.agencyId,
      namedWorkerIds: note.namedWorkerIds,
      recordedAt: ctx.now,
    });
  }
}

const FIELDS = { DATE: 'eventOn', CHILD: 'subjectId', CASE: 'episodeId' } as const;

import { Injectable } from '@nestjs/common';
import { isCivilDate } from '@encircle/shared/dates';
import type {
  DocumentsPage,
  DocumentsQuery,
  DocumentView,
  FileDocument,
  StrikeDocument,
} from '@encircle/shared/documents';
import { decodeCursor, DEFAULT_LIMIT, encodeCursor } from '@encircle/shared/paging';
import type { EpisodeFacts } from '@encircle/shared/policy';
import type { AccessContext } from '#api/access/access-context.js';
import { AccessService } from '#api/access/access.service.js';
import { labelProblems } from '#api/access/label-problems.js';
import { askedOf, demandRow, readable } from '#api/access/labelled.js';
import { DomainError, forbidden, invalid, notFound, stale } from '#api/platform/errors/domain-error.js';
import { FileCipher } from './file-cipher.service.js';
import { dropUpload } from './persistence/uploads.repository.js';
import {
  documentById,
  documentsOf,
  fileUpload,
  sealedFileOf,
  strikeOut,
  type DocumentKey,
  type DocumentRow,
} from './persistence/documents.repository.js';

export interface OpenedFile {
  kind: DocumentView['kind'];
  bytes: Buffer;
}

/** What the signed paper of an agreement is called in the list. */
const PAPER = 'Agreement, signed on paper';

/** Documents of a case. Whoever may not read one learns neither its title nor that it is there. */
@Injectable()
export class DocumentsService {
  constructor(
    private readonly access: AccessService,
    private readonly cipher: FileCipher,
  ) {}

  async file(ctx: AccessContext, episodeId: string, body: FileDocument): Promise<DocumentView> {
    const facts = await this.access.facts(ctx, episodeId);
    return this.fileIn(ctx, facts, body);
  }

  /** The signed paper of an agreement, in the transaction that records it. @throws 400 naming `paperId` */
  async filePaper(
    ctx: AccessContext,
    facts: EpisodeFacts,
    paper: { uploadId: string; subjectId: string; consentId: string; datedOn: string },
  ): Promise<void> {
    const { consentId, ...file } = paper;
    const body: FileDocument = { ...file, title: PAPER, category: 'INVOLVE' };
    await this.fileIn(ctx, facts, body, { consentId, field: 'paperId' });
  }

  async list(ctx: AccessContext, episodeId: string, query: DocumentsQuery): Promise<DocumentsPage> {
    const facts = await this.access.facts(ctx, episodeId);
    const limit = query.limit ?? DEFAULT_LIMIT;
    const rows = await documentsOf(ctx, episodeId, {
      category: query.category ?? null,
      ownWork: query.ownWork ?? null,
      after: keyOf(query.after),
      limit: limit + 1,
    });
    const page = rows.slice(0, limit);
    const whole = new Set(readable(this.access, ctx, facts, page));
    const shown = page.filter((row) => whole.has(row) || this.isTheirs(ctx, facts, row));
    if (shown.length === 0) this.opened(ctx, facts);
    await ctx.audit({
      episodeId,
      childIds: facts.subjects.map(({ personId }) => personId),
      categories: [...new Set(shown.map(({ category }) => category))].sort(),
      basis: [`role:${ctx.who.role}`],
      channel: 'list',
      count: shown.length,
    });
    const last = page.at(-1);
    return {
      items: shown.map((row) => viewOf(ctx, row)),
      next: rows.length > limit && last ? encodeCursor([last.recordedAt, last.id]) : null,
    };
  }

  /** The file itself. @throws 409 while a scanner has not answered, 410 when it was struck out or found harmful */
  async open(ctx: AccessContext, id: string): Promise<OpenedFile> {
    const found = await documentById(ctx, id);
    if (!found) throw notFound();
    const facts = await this.access.facts(ctx, found.episodeId);
    const decision = this.isTheirs(ctx, facts, found)
      ? this.access.decide(ctx, facts, 'read', askedOf(found))
      : demandRow(this.access, ctx, facts, 'read', found);
    if (found.struckAt !== null) throw new DomainError('STRUCK_OUT', 410);
    if (found.state === 'REFUSED') throw new DomainError('HARMFUL', 410);
    if (found.state === 'QUARANTINED') throw new DomainError('BEING_CHECKED', 409);
    const sealed = await sealedFileOf(ctx, id);
    if (!sealed) throw notFound();
    await ctx.audit({ ...about(found), basis: decision.bases, channel: 'export' });
    return { kind: found.kind, bytes: this.cipher.open(id, sealed) };
  }

  /** Only its author strikes a document out. */
  async strike(ctx: AccessContext, id: string, body: StrikeDocument): Promise<DocumentView> {
    const found = await documentById(ctx, id);
    if (!found) throw notFound();
    const facts = await this.access.facts(ctx, found.episodeId);
    const decision = demandRow(this.access, ctx, facts, 'write', found);
    if (found.authorId !== ctx.userId) throw forbidden('NOT_YOUR_DOCUMENT');
    if (!(await strikeOut(ctx, id, body.version, body.reason)))
      throw stale({ current: viewOf(ctx, found), yours: body });
    await ctx.audit({ ...about(found), basis: decision.bases, fields: ['struckReason'] });
    return this.view(ctx, id);
  }

  private async fileIn(
    ctx: AccessContext,
    facts: EpisodeFacts,
    body: FileDocument,
    { consentId, field }: { consentId: string | null; field: string } = {
      consentId: null,
      field: 'uploadId',
    },
  ): Promise<DocumentView> {
    const subjectId = body.subjectId ?? facts.subjects[0]?.personId ?? '';
    const decision = this.access.demand(ctx, facts, 'write', {
      subjectId,
      aboutPersonId: body.aboutPersonId ?? null,
      categories: [body.category],
      authorId: ctx.userId,
      sourceAgencyId: ctx.agencyId,
      namedWorkerIds: body.namedWorkerIds ?? [],
      recordedAt: ctx.now,
    });
    const problems = labelProblems({ ...body, subjectId }, facts, ctx.now);
    if (body.datedOn !== undefined) {
      if (!isCivilDate(body.datedOn)) problems['datedOn'] = ['Enter a real day'];
      else if (body.datedOn > ctx.today) problems['datedOn'] = ['The day cannot be in the future'];
    }
    if (Object.keys(problems).length > 0) throw invalid(problems);
    const id = await fileUpload(ctx, facts.id, { ...body, subjectId, consentId });
    if (id === null) throw invalid({ [field]: ['The file is not there any more. Choose it again'] });
    await dropUpload(ctx, id);
    await ctx.audit({
      action: 'document.filed',
      episodeId: facts.id,
      childIds: [subjectId],
      categories: [body.category],
      basis: decision.bases,
    });
    return this.view(ctx, id);
  }

  /** What a child made is the child's to see, in the shape rule 6.6 leaves for those under the local age too. */
  private isTheirs(ctx: AccessContext, facts: EpisodeFacts, row: DocumentRow): boolean {
    return (
      row.ownWork &&
      row.subjectId === ctx.actor.personId &&
      this.access.decide(ctx, facts, 'read', askedOf(row)).what === 'CHILD_FRIENDLY'
    );
  }

  /** An empty list is for whoever reads or writes something of the work; for the others it is no answer at all. */
  private opened(ctx: AccessContext, facts: EpisodeFacts): void {
    const some = facts.subjects.some(({ personId }) =>
      (['read', 'write'] as const).some((action) => {
        const asked = {
          subjectId: personId,
          categories: ['NOTES'] as const,
          ...(action === 'write'
            ? { authorId: ctx.userId, sourceAgencyId: ctx.agencyId, recordedAt: ctx.now }
            : {}),
        };
        return this.access.decide(ctx, facts, action, asked).effect === 'ALLOW';
      }),
    );
    if (!some) this.access.demand(ctx, facts, 'read', { categories: ['NOTES'] });
  }

  private async view(ctx: AccessContext, id: string): Promise<DocumentView> {
    const row = await documentById(ctx, id);
    if (!row) throw notFound();
    return viewOf(ctx, row);
  }
}

const about = (row: DocumentRow): { episodeId: string; childIds: string[]; categories: string[] } => ({
  episodeId: row.episodeId,
  childIds: row.subjectId ? [row.subjectId] : [],
  categories: [row.category],
});

function keyOf(after: string | undefined): DocumentKey | null {
  if (after === undefined) return null;
  const [at, id] = decodeCursor(after, 2) ?? [];
  const whole = typeof at === 'string' && typeof id === 'string';
  if (!whole || Number.isNaN(Date.parse(at)) || !/^[0-9a-f-]{36}$/i.test(id))
    throw invalid({ after: ['Start the list again from its first page'] });
  return [at, id];
}

function viewOf(ctx: AccessContext, row: DocumentRow): DocumentView {
  const { id, version, subjectId, aboutPersonId, category, title, kind, bytes, pages, state, takenOut } = row;
  return {
    id,
    version,
    subjectId,
    aboutPersonId,
    category,
    title,
    kind,
    bytes,
    pages,
    state,
    takenOut,
    datedOn: row.datedOn,
    recordedAt: row.recordedAt,
    ownWork: row.ownWork,
    consentId: row.consentId,
    author: row.author,
    agency: row.agency,
    mine: row.authorId === ctx.userId,
    struckAt: row.struckAt,
    struckReason: row.struckReason,
  };
}

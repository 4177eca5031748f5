import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import type { CopiesView, CopyReaderView, PaperQuery, RecordCopy } from '@encircle/shared/assessments';
import { formatDate, londonDate } from '@encircle/shared/dates';
import type { Category, EpisodeFacts } from '@encircle/shared/policy';
import type { AccessContext } from '#api/access/access-context.js';
import { AccessService } from '#api/access/access.service.js';
import type { Asker } from '#api/access/asker.js';
import { familyAsker } from '#api/access/family-asker.js';
import { askedOf, readable } from '#api/access/labelled.js';
import { DomainError, forbidden, invalid, notFound, stale } from '#api/platform/errors/domain-error.js';
import { AssessmentReader, childName, isAgreed, type Opened } from './assessment-reader.js';
import { AssessmentStarter } from './assessment-starter.js';
import { paperOf, type Paper } from './domain/paper.js';
import { addCopy, copiesOf } from './persistence/copies.repository.js';
import type { StoredPart } from './persistence/assessments.repository.js';

/** An assessment on paper: each copy decided for the person it is for, never wider than what its printer sees. */
@Injectable()
export class CopiesService {
  constructor(
    private readonly access: AccessService,
    private readonly reader: AssessmentReader,
    private readonly starter: AssessmentStarter,
  ) {}

  /** @throws 400 for somebody who is not of this family, 403 for one who may read nothing of it */
  async paper(ctx: AccessContext, id: string, query: PaperQuery): Promise<Paper> {
    const opened = await this.reader.open(ctx, id, query.subjectId);
    const { paper, categories } = await this.write(ctx, opened, query);
    await ctx.audit({
      episodeId: opened.stored.episodeId,
      childIds: [opened.child.id],
      categories,
      basis: [`copy:${query.kind}`, ...(query.for === undefined ? [] : [`person:${query.for}`])],
      channel: 'pdf',
    });
    return paper;
  }

  async list(ctx: AccessContext, id: string): Promise<CopiesView> {
    const opened = await this.reader.open(ctx, id);
    const view = await this.viewOf(ctx, opened);
    await ctx.audit({
      episodeId: opened.stored.episodeId,
      childIds: opened.children.map((child) => child.id),
      categories: ['INVOLVE'],
      count: view.given.length,
    });
    return view;
  }

  /** Writes down that a copy was given, with the digest of what it said. Only of a finished version. */
  async record(ctx: AccessContext, id: string, body: RecordCopy): Promise<CopiesView> {
    const opened = await this.reader.open(ctx, id, body.subjectId);
    const { stored, facts, child } = opened;
    if (!(await this.starter.mayLead(ctx, facts))) throw forbidden('ONLY_THE_LEAD');
    if (stored.status === 'DRAFT')
      throw new DomainError('NOT_FINISHED', 409, {
        detail: 'Finish the assessment first: what is given stays as it was given',
      });
    if (stored.version !== body.version) throw stale({ version: stored.version });
    if (body.givenOn > ctx.today) throw invalid({ givenOn: ['Choose today or an earlier day'] });
    if (stored.completedOn !== null && body.givenOn < stored.completedOn)
      throw invalid({ givenOn: ['It was not finished before then'] });
    const query = { kind: body.kind, for: body.personId, subjectId: child.id };
    const { paper } = await this.write(ctx, opened, query);
    const digest = createHash('sha256').update(JSON.stringify(paper.groups)).digest('hex');
    await addCopy(ctx, { assessmentId: id, episodeId: stored.episodeId, subjectId: child.id, digest }, body);
    await ctx.audit({
      episodeId: stored.episodeId,
      childIds: [child.id],
      categories: ['INVOLVE'],
      basis: [`copy:${body.kind}`, `person:${body.personId}`, `sha256:${digest.slice(0, 16)}`],
    });
    return this.viewOf(ctx, opened);
  }

  /**
   * The latest finished version as it goes to another area: what this reader may read and `lets` lets through, child by child,
   * and nothing beside it that a part would not say.
   */
  async passedOn(
    ctx: AccessContext,
    episodeId: string,
    lets: (part: StoredPart) => boolean,
  ): Promise<{ paper: Paper; categories: string[] }[]> {
    const versions = await this.reader.latestFinished(ctx, episodeId);
    return versions.map((opened) => {
      const parts = opened.parts.filter(lets);
      const paper = paperOf({
        kind: 'FULL',
        form: opened.form,
        child: childName(opened.child),
        under: under(ctx, opened),
        foot: [],
        identity: null,
        adults: [],
        agreed: null,
        parts,
      });
      return { paper, categories: [...new Set(parts.map((part) => part.category))] };
    });
  }

  private async write(
    ctx: AccessContext,
    opened: Opened,
    { kind, for: personId }: PaperQuery,
  ): Promise<{ paper: Paper; categories: string[] }> {
    const { facts, form, child, stored } = opened;
    const asker = this.recipient(ctx, opened, kind, personId);
    const parts = asker === null ? opened.parts : this.partsFor(asker, facts, opened.parts, kind);
    const may = (category: Category): boolean =>
      asker === null || this.reads(asker, facts, child.id, category, kind);
    const name = childName(child);
    const paper = paperOf({
      kind,
      form,
      child: name,
      under: under(ctx, opened),
      foot:
        stored.contentHash === null || kind === 'CHILD'
          ? []
          : [`Seal of this version: ${stored.contentHash}`],
      identity: await this.reader.identity(ctx, opened, may),
      adults: may('FAMILY') ? await this.reader.adults(ctx, opened) : [],
      agreed: may('INVOLVE') ? isAgreed(facts, ctx.now) : null,
      parts,
    });
    return { paper, categories: [...new Set(parts.map((part) => part.category))] };
  }

  /** Null for a full copy: it is for whoever asks. */
  private recipient(
    ctx: AccessContext,
    opened: Opened,
    kind: PaperQuery['kind'],
    personId?: string,
  ): Asker | null {
    const own = ctx.actor.agencyId === null ? ctx.actor.personId : null;
    if (own !== null && personId !== undefined && personId !== own) throw notFound();
    if (kind === 'FULL') return null;
    const whose = personId ?? own ?? (kind === 'CHILD' ? opened.child.id : undefined);
    if (whose === undefined) throw invalid({ for: ['Choose whom it is for'] });
    if (kind === 'CHILD' && whose !== opened.child.id)
      throw invalid({ for: ['A child’s copy is for that child'] });
    const asker = familyAsker(ctx, opened.facts, whose);
    if (!this.reads(asker, opened.facts, opened.child.id, 'INVOLVE', kind)) throw forbidden('NOT_FOR_THEM');
    return asker;
  }

  private partsFor(
    asker: Asker,
    facts: EpisodeFacts,
    parts: readonly StoredPart[],
    kind: PaperQuery['kind'],
  ): StoredPart[] {
    // What a child said to one worker alone is never printed for the family: paper lies about at home.
    const shown = parts.filter((part) => part.category !== 'PRIVATE');
    if (kind !== 'CHILD') return readable(this.access, asker, facts, shown);
    return shown.filter((part) => isLet(this.access.decide(asker, facts, 'read', askedOf(part)), kind));
  }

  private reads(
    asker: Asker,
    facts: EpisodeFacts,
    subjectId: string,
    category: Category,
    kind: PaperQuery['kind'],
  ): boolean {
    return isLet(this.access.decide(asker, facts, 'read', { subjectId, categories: [category] }), kind);
  }

  private async viewOf(ctx: AccessContext, opened: Opened): Promise<CopiesView> {
    const { facts, stored, children } = opened;
    const rows = readable(this.access, ctx, facts, await copiesOf(ctx, stored.id));
    const readers = await this.readers(ctx, opened);
    const names = new Map(readers.map((each) => [each.personId, each.name]));
    for (const child of children) names.set(child.id, childName(child));
    return {
      readers,
      given: rows.map(({ id, kind, personId, method, givenOn, givenBy, note, digest }) => ({
        id,
        kind,
        name: names.get(personId) ?? '',
        method,
        givenOn,
        givenBy,
        note,
        digest,
      })),
      mayRecord: stored.status !== 'DRAFT' && (await this.starter.mayLead(ctx, facts)),
    };
  }

  /** The people this reader knows of, to whom something of it may be given. */
  private async readers(ctx: AccessContext, opened: Opened): Promise<CopyReaderView[]> {
    const { facts, child } = opened;
    if (ctx.actor.agencyId === null) return [];
    const may = (personId: string, kind: PaperQuery['kind']): boolean =>
      this.reads(familyAsker(ctx, facts, personId), facts, child.id, 'INVOLVE', kind);
    const adults = (await this.reader.adults(ctx, opened)).filter(
      ({ id }) => facts.relatives.some((each) => each.personId === id) && may(id, 'FAMILY'),
    );
    return [
      ...(may(child.id, 'CHILD')
        ? [{ personId: child.id, name: childName(child), kind: 'CHILD' as const }]
        : []),
      ...adults.map(({ id, name }) => ({ personId: id, name, kind: 'FAMILY' as const })),
    ];
  }
}

/** A child's copy is the child-friendly shape that rule 6.6 leaves for those under the local age. */
function isLet(decision: { effect: string; what?: string | null }, kind: PaperQuery['kind']): boolean {
  return decision.effect === 'ALLOW' || (kind === 'CHILD' && decision.what === 'CHILD_FRIENDLY');
}

function under(ctx: AccessContext, { stored }: Opened): string[] {
  const made = `Printed on ${formatDate(londonDate(ctx.now))}`;
  if (stored.completedOn === null) return [`Version ${stored.versionNo}, not finished yet`, made];
  return [`Version ${stored.versionNo}, finished on ${formatDate(stored.completedOn)}`, made];
}

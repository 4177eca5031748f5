import { Injectable } from '@nestjs/common';
import { labelOf, RELATIONSHIPS } from '@encircle/shared/codes';
import { chosenName, fullName, unbornLabel } from '@encircle/shared/names';
import { DEFAULT_LIMIT, encodeCursor, type PageQuery } from '@encircle/shared/paging';
import {
  changeProblems,
  endProblems,
  nearMatch,
  relativeProblems,
  type AddRelative,
  type ChangeRelative,
  type EndRelative,
  type KinMatch,
  type PreviewRelative,
  type RelativeEffects,
  type RelativeList,
  type RelativePastList,
  type RelativeView,
} from '@encircle/shared/people';
import type { AccessContext } from '#api/access/access-context.js';
import { DomainError, forbidden, invalid, notFound, stale } from '#api/platform/errors/domain-error.js';
import { cursorOf } from '#api/platform/http/cursor.js';
import { ChildGate, type Opened } from './child-gate.js';
import { fateOf, holdersThen, mayAgree } from './domain/kin-effects.js';
import { tieOf } from './domain/stored-child.js';
import {
  changeRelative,
  endRelative,
  keepsFamily,
  pastOf,
  peopleOfRecord,
  servicesBy,
  type OfTheRecord,
} from './persistence/kin.repository.js';
import { RelativesService } from './relatives.service.js';

/** At most this many who may be meant; a name that fits more people has to be typed in full. */
const MOST_MATCHES = 5;

/** Who belongs to a child, written down by whoever keeps the record: what was there before is kept beside it. */
@Injectable()
export class KinService {
  constructor(
    private readonly gate: ChildGate,
    private readonly relatives: RelativesService,
  ) {}

  /**
   * @throws 409 MAYBE_KNOWN with whoever of this record may be meant; 400 at `personId` for anybody else, the same whether they
   * exist or not
   */
  async add(ctx: AccessContext, childId: string, relative: AddRelative): Promise<RelativeList> {
    const opened = await this.open(ctx, childId);
    const problems = relativeProblems(relative, ctx.today);
    if (Object.keys(problems).length > 0) throw invalid(problems);
    const record = await peopleOfRecord(ctx.uow, childId);
    if (relative.personId === undefined) this.lookFirst(relative, record);
    else if (!record.some(({ personId }) => personId === relative.personId))
      throw invalid({ personId: ['Choose the person again'] });
    const before = await this.relatives.listOf(ctx, childId);
    refuseTwice(before.items, relative.kind, relative.personId);
    const people = await this.relatives.people(ctx, [relative]);
    await this.relatives.tie(ctx, childId, people);
    await this.written(ctx, opened, ['kind', 'hasPr', 'livesWith']);
    return this.relatives.listOf(ctx, childId);
  }

  /** @throws 404 for a tie that is not this child's or not to be known, 400 by field, 409 STALE */
  async change(
    ctx: AccessContext,
    childId: string,
    tieId: string,
    change: ChangeRelative,
  ): Promise<RelativeList> {
    const opened = await this.open(ctx, childId);
    const { items } = await this.relatives.listOf(ctx, childId);
    const was = tieIn(items, tieId);
    const problems = changeProblems(change, was, ctx.today);
    if (Object.keys(problems).length > 0) throw invalid(problems);
    refuseTwice(
      items.filter(({ id }) => id !== tieId),
      change.kind,
      was.personId,
    );
    if (change.kind !== 'MOTHER') refuseWithoutMother(opened, was);
    if (!(await changeRelative(ctx.uow, tieId, change, tieOf(change))))
      throw stale({ stored: was, sent: change });
    await this.written(ctx, opened, fieldsOf(change, was));
    return this.relatives.listOf(ctx, childId);
  }

  /** @throws as `change` */
  async end(ctx: AccessContext, childId: string, tieId: string, end: EndRelative): Promise<RelativeList> {
    const opened = await this.open(ctx, childId);
    const { items } = await this.relatives.listOf(ctx, childId);
    const was = tieIn(items, tieId);
    const problems = endProblems(end, was, ctx.today);
    if (Object.keys(problems).length > 0) throw invalid(problems);
    refuseWithoutMother(opened, was);
    if (!(await endRelative(ctx.uow, tieId, end))) throw stale({ stored: was, sent: end });
    await this.written(ctx, opened, ['validTo']);
    return this.relatives.listOf(ctx, childId);
  }

  /** Nothing is stored. */
  async preview(ctx: AccessContext, childId: string, asked: PreviewRelative): Promise<RelativeEffects> {
    const opened = await this.open(ctx, childId);
    const { items } = await this.relatives.listOf(ctx, childId);
    const was = asked.relativeId === undefined ? null : tieIn(items, asked.relativeId);
    const { person, facts } = opened;
    const child = {
      id: person.id,
      name: person.isUnborn && person.givenNames === null ? unbornLabel(null) : chosenName(person),
      isUnborn: person.isUnborn,
      dateOfBirth: person.dateOfBirth,
    };
    const holders = items.map((one) => ({ ...one, name: one.fullName }));
    await this.audit(ctx, opened, { count: items.length });
    return {
      mayAgreeNow: mayAgree(child, holders, facts, ctx.now, ctx.today),
      mayAgreeThen: mayAgree(child, holdersThen(holders, asked), facts, ctx.now, ctx.today),
      services: was === null ? 0 : await servicesBy(ctx.uow, childId, was.personId),
      ...fateOf(was, asked),
    };
  }

  async past(ctx: AccessContext, childId: string, page: PageQuery): Promise<RelativePastList> {
    const opened = await this.open(ctx, childId, 'read');
    const limit = page.limit ?? DEFAULT_LIMIT;
    const rows = await pastOf(ctx.uow, childId, cursorOf(page.after), limit + 1);
    const items = rows.slice(0, limit);
    const last = rows.length > limit ? items.at(-1) : undefined;
    await this.audit(ctx, opened, { count: items.length });
    return { items, next: last ? encodeCursor([last.at, last.id]) : null };
  }

  /** @throws 404 as everywhere, 403 for somebody of the team who does not keep the record */
  private async open(
    ctx: AccessContext,
    childId: string,
    action: 'read' | 'write' = 'write',
  ): Promise<Opened> {
    const opened = await this.gate.open(ctx, childId, 'FAMILY', action);
    if (!(await keepsFamily(ctx.uow, childId))) throw forbidden('R05_RELATION');
    return opened;
  }

  private lookFirst(typed: AddRelative, record: readonly OfTheRecord[]): void {
    if (typed.nobodyOnRecord === true) return;
    const name = [typed.givenNames, typed.familyName].filter(Boolean).join(' ');
    const found = record
      .flatMap((one) => {
        const match = nearMatch(
          { name, dateOfBirth: typed.dateOfBirth },
          { ...one, otherNames: [], postcodes: [], nhsNumbers: [] },
        );
        return match === null ? [] : [{ one, score: match.score }];
      })
      .sort((a, b) => b.score - a.score)
      .slice(0, MOST_MATCHES);
    if (found.length > 0)
      throw new DomainError('MAYBE_KNOWN', 409, { data: { matches: found.map(({ one }) => cardOf(one)) } });
  }

  private async written(ctx: AccessContext, opened: Opened, fields: string[]): Promise<void> {
    await this.audit(ctx, opened, { fields });
  }

  private audit(
    ctx: AccessContext,
    opened: Opened,
    more: { fields?: string[]; count?: number },
  ): Promise<void> {
    return ctx.audit({
      episodeId: opened.facts?.id ?? null,
      childIds: [opened.person.id],
      categories: ['FAMILY'],
      basis: opened.decision?.bases ?? ['R19_OWN'],
      ...more,
    });
  }
}

function tieIn(items: readonly RelativeView[], tieId: string): RelativeView {
  const tie = items.find(({ id }) => id === tieId);
  if (!tie) throw notFound();
  return tie;
}

function refuseTwice(items: readonly RelativeView[], kind: string, personId: string | undefined): void {
  if (items.some((one) => one.personId === personId && one.kind === kind))
    throw invalid({ kind: ['This person is written down as that already'] });
}

/** An unborn baby is recorded with the mother (rule 3.2). */
function refuseWithoutMother({ person }: Opened, was: RelativeView): void {
  if (person.isUnborn && was.kind === 'MOTHER' && person.motherId === was.personId)
    throw new DomainError('BABY_NEEDS_MOTHER', 409, {
      detail: 'A baby not yet born is recorded with the mother',
    });
}

const cardOf = (one: OfTheRecord): KinMatch => ({
  personId: one.personId,
  fullName: fullName(one),
  ties: one.kinds.map((kind, n) => `${labelOf(RELATIONSHIPS, kind)} of ${one.childNames[n] ?? ''}`),
  dateOfBirth: one.dateOfBirth,
});

/** Names of the fields that differ, for the audit row; never their words. */
function fieldsOf(change: ChangeRelative, was: RelativeView): string[] {
  const fields = [
    'kind',
    'hasPr',
    'prBasis',
    'prFrom',
    'prEvidence',
    'livesWith',
    'isCarer',
    'involvement',
    'validFrom',
  ] as const;
  return fields.filter((field) => (change[field] ?? null) !== (was[field] ?? null));
}

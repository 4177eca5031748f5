import { Injectable } from '@nestjs/common';
import { chosenName, fullName, unbornLabel } from '@encircle/shared/names';
import type { AddRelative, RelativeList, SiblingList } from '@encircle/shared/people';
import type { AccessContext } from '#api/access/access-context.js';
import { invalid } from '#api/platform/errors/domain-error.js';
import { ChildGate } from './child-gate.js';
import { storedRelative, tieOf } from './domain/stored-child.js';
import { insertPerson, personById, siblingsOf } from './persistence/children.repository.js';
import { keepsFamily } from './persistence/kin.repository.js';
import { insertRelative, relativesOf } from './persistence/details.repository.js';

export interface Relation {
  relative: AddRelative;
  personId: string;
}

/** The people around a child: who they are, parental responsibility and its ground, who lives with the child. */
@Injectable()
export class RelativesService {
  constructor(private readonly gate: ChildGate) {}

  /**
   * The person behind each relative: one the worker may already see, or a new one.
   * @throws 400 at `at` for a person who cannot be chosen, the same whether they exist or not
   */
  async people(ctx: AccessContext, relatives: readonly AddRelative[], at = ''): Promise<Relation[]> {
    const found: Relation[] = [];
    for (const [n, relative] of relatives.entries()) {
      const path = at === '' ? '' : `${at}${n}.`;
      found.push({ relative, personId: await this.personOf(ctx, relative, path) });
    }
    return found;
  }

  private async personOf(ctx: AccessContext, relative: AddRelative, path: string): Promise<string> {
    if (relative.personId === undefined)
      return insertPerson(ctx.uow, storedRelative(relative, ctx.today), null);
    const person = await personById(ctx.uow, relative.personId);
    if (!person) throw invalid({ [`${path}personId`]: ['Choose the person again'] });
    return person.id;
  }

  async tie(ctx: AccessContext, childId: string, people: readonly Relation[]): Promise<void> {
    for (const { relative, personId } of people)
      await insertRelative(ctx.uow, childId, personId, tieOf(relative));
  }

  async list(ctx: AccessContext, childId: string): Promise<RelativeList> {
    const opened = await this.gate.open(ctx, childId, 'FAMILY');
    const list =
      opened.decision?.effect === 'LIMITED'
        ? { items: [], mayChange: false }
        : await this.listOf(ctx, childId);
    await ctx.audit({
      episodeId: opened.facts?.id ?? null,
      childIds: [childId],
      categories: ['FAMILY'],
      outcome: opened.decision?.effect === 'LIMITED' ? 'LIMITED' : 'ALLOW',
      basis: opened.decision?.bases ?? ['R19_OWN'],
      count: list.items.length,
    });
    return list;
  }

  /** Brothers and sisters this worker may begin work for: of this child, or of those in one record with them. */
  async siblings(ctx: AccessContext, childId: string): Promise<SiblingList> {
    const opened = await this.gate.open(ctx, childId, 'FAMILY');
    const limited = opened.decision?.effect === 'LIMITED';
    const rows = limited ? [] : await siblingsOf(ctx.uow, childId);
    await ctx.audit({
      episodeId: opened.facts?.id ?? null,
      childIds: [childId, ...rows.map(({ id }) => id)],
      categories: ['IDENT', 'FAMILY'],
      outcome: limited ? 'LIMITED' : 'ALLOW',
      basis: opened.decision?.bases ?? ['R19_OWN'],
      count: rows.length,
    });
    return {
      items: rows.map((row) => ({
        id: row.id,
        chosenName: row.isUnborn && row.givenNames === null ? unbornLabel(null) : chosenName(row),
        fullName: row.isUnborn && row.givenNames === null ? unbornLabel(null) : fullName(row),
        dateOfBirth: row.dateOfBirth,
        dueDate: row.dueDate,
      })),
    };
  }

  async listOf(ctx: AccessContext, childId: string): Promise<RelativeList> {
    const rows = await relativesOf(ctx.uow, childId);
    return {
      items: rows.map(({ givenNames, familyName, preferredName, ...rest }) => ({
        ...rest,
        fullName: fullName({ givenNames, familyName, preferredName }),
      })),
      mayChange: await keepsFamily(ctx.uow, childId),
    };
  }
}

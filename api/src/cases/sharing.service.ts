import { Injectable } from '@nestjs/common';
import type { JumpAnswer, JumpItem, SharingLine, SharingQuery, SharingView } from '@encircle/shared/cases';
import type { Category, EpisodeFacts } from '@encircle/shared/policy';
import { blanketLine, columnsFor, familyLine, refusedLines, visitorLine, workerLine } from './who-sees.js';
import {
  agreementOf,
  blanketOf,
  blockedOf,
  childrenOf,
  familyOf,
  lastLooksOf,
  maySeeLooks,
  seersOf,
  visitorsOf,
  type FamilyRow,
  type LineRow,
} from './persistence/sharing.repository.js';
import { Readership, type Reader } from './readership.js';
import type { AccessContext } from '#api/access/access-context.js';
import { forbidden } from '#api/platform/errors/domain-error.js';

/** Who can see a case: a list that is a read itself, decided line by line for the one who asks. */
@Injectable()
export class SharingService {
  constructor(private readonly readership: Readership) {}

  async whoSees(ctx: AccessContext, episodeId: string, query: SharingQuery): Promise<SharingView> {
    const facts = await this.readership.opened(ctx, episodeId);
    const copy = query.for ?? null;
    const logs = await maySeeLooks(ctx, episodeId);
    if (copy !== null && !logs) throw forbidden('LOG_NOT_YOURS');
    const reader = this.readership.readerOf(ctx, facts, copy);
    const family = await familyOf(ctx, episodeId);
    const columns = columnsFor(reader, family);
    const lines = await this.lines(ctx, facts, { reader, columns, family, logs });
    const given = lines.agreed.filter(({ decision }) => decision === 'GIVEN');
    await this.wroteDown(ctx, facts, copy, lines.shown.length);
    return {
      columns: columns.map(({ key, about }) => ({ key, about })),
      lines: lines.shown,
      givers: family
        .filter(({ gave, personId }) => gave && (copy === null || personId === copy))
        .map(({ name }) => name),
      copies: logs && copy === null ? await this.copies(ctx, facts, family) : [],
      agreedOn: given.map(({ givenOn }) => givenOn).sort()[0] ?? null,
      until: given.flatMap(({ expiresOn }) => (expiresOn === null ? [] : [expiresOn])).sort()[0] ?? null,
    };
  }

  /** Each line is there only when whoever it is for may know what it tells. */
  private async lines(
    ctx: AccessContext,
    facts: EpisodeFacts,
    { reader, columns, family, logs }: Listed,
  ): Promise<{ shown: SharingLine[]; agreed: LineRow[] }> {
    const blocked = await blockedOf(ctx, facts.id);
    const known = (await seersOf(ctx, facts.id)).filter(
      ({ userId, sensitive }) =>
        !blocked.includes(userId) &&
        (sensitive === 'NONE' || userId === ctx.userId || reader.reads([sensitive as Category])),
    );
    const agencies = new Set(known.filter(({ kind }) => kind === 'WORKER').map(({ agencyId }) => agencyId));
    const seers = known.filter(({ kind, agencyId }) => kind === 'WORKER' || agencies.has(agencyId));
    const agreed = await agreementOf(ctx, facts.id, reader.copy);
    const visitors = (await visitorsOf(ctx, facts.id)).filter(({ userId }) => !blocked.includes(userId));
    const last = logs
      ? await lastLooksOf(
          ctx,
          facts.id,
          [...seers, ...visitors].map(({ userId }) => userId),
        )
      : new Map<string, string>();
    const asked = { facts, columns, now: ctx.now };
    const parents = family.filter(
      ({ hasPr, personId }) => hasPr && (!reader.copy || personId === reader.copy),
    );
    const seen = (userId: string): Pick<SharingLine, 'lastLooked'> => ({
      lastLooked: last.get(userId) ?? null,
    });
    const shown = [
      ...seers.map((seer) => ({ ...workerLine(asked, seer, agreed, ctx.userId), ...seen(seer.userId) })),
      ...visitors.map((row) => ({ ...visitorLine(asked, row, ctx.userId), ...seen(row.userId) })),
      ...(await blanketOf(ctx, facts.id)).map((row) => blanketLine(asked, row)),
      ...parents.map((one) => familyLine(asked, one)),
      ...refusedLines(agreed, columns),
    ];
    return { shown, agreed };
  }

  private async copies(
    ctx: AccessContext,
    facts: EpisodeFacts,
    family: readonly FamilyRow[],
  ): Promise<SharingView['copies']> {
    const people = [...family, ...(await childrenOf(ctx, facts.id))];
    const once = new Map(people.map(({ personId, name }) => [personId, { personId, name }]));
    return [...once.values()].filter(({ personId }) => this.readership.mayHaveCopy(ctx, facts, personId));
  }

  /** Children of one's own cases by the beginning of a name. */
  async jump(ctx: AccessContext, words: string): Promise<JumpAnswer> {
    const rows = await ctx.uow.rows<JumpItem & { childId: string }>(
      `select j.episode_id as "episodeId", j.child_id as "childId", j.name, j.date_of_birth as "dateOfBirth", j.state
       from sec.jump($1, 8) j`,
      [words.trim()],
    );
    await ctx.audit({
      channel: 'list',
      childIds: rows.map(({ childId }) => childId),
      categories: ['IDENT'],
      basis: [`role:${ctx.who.role}`],
      count: rows.length,
    });
    return {
      items: rows.map(({ episodeId, name, dateOfBirth, state }) => ({ episodeId, name, dateOfBirth, state })),
    };
  }

  private wroteDown(
    ctx: AccessContext,
    facts: EpisodeFacts,
    copy: string | null,
    count: number,
  ): Promise<void> {
    return ctx.audit({
      action: copy === null ? 'sharing.viewed' : 'sharing.printed',
      channel: copy === null ? 'screen' : 'pdf',
      episodeId: facts.id,
      childIds: facts.subjects.map(({ personId }) => personId),
      categories: ['INVOLVE'],
      basis: [`role:${ctx.who.role}`],
      count,
    });
  }
}

interface Listed {
  reader: Reader;
  columns: ReturnType<typeof columnsFor>;
  family: readonly FamilyRow[];
  /** The reader may know who has looked. */
  logs: boolean;
}

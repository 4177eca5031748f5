import { Injectable } from '@nestjs/common';
import type { CaseloadQuery, CaseView } from '@encircle/shared/cases';
import { decodeCursor, DEFAULT_LIMIT } from '@encircle/shared/paging';
import { CaseJudge } from './domain/case-judge.js';
import { knownChildren, shapeCase } from './domain/shape-case.js';
import { caseload, caseOpened, type CaseloadAnswer, type CaseOpenedAnswer } from './persistence/hot-reads.js';
import { AccessService } from '#api/access/access.service.js';
import type { AccessRule } from '#api/access/access.decorator.js';
import type { StatementEntry } from '#api/access/ctx.decorator.js';
import { Statements } from '#api/access/statements.js';
import { invalid, notFound } from '#api/platform/errors/domain-error.js';

export const CASELOAD_VIEWED: AccessRule = {
  permission: 'caseload.viewed',
  ceiling: ['read', 'caseload'],
  audited: true,
  oneStatement: true,
};

export const CASE_OPENED: AccessRule = {
  permission: 'case.opened',
  ceiling: ['read', 'case'],
  audited: true,
  oneStatement: true,
};

const FIRST = ['infinity', '00000000-0000-0000-0000-000000000000'] as const;

@Injectable()
export class CasesService {
  constructor(
    private readonly statements: Statements,
    private readonly access: AccessService,
  ) {}

  /** One page of the reader's cases, as JSON text. */
  async caseload(entry: StatementEntry, query: CaseloadQuery): Promise<string> {
    const [afterDay, afterId] = startOf(query.after);
    const statement = caseload({
      open: query.open ?? true,
      state: query.state ?? null,
      part: query.part ?? null,
      afterDay,
      afterId,
      limit: query.limit ?? DEFAULT_LIMIT,
      count: query.after === undefined,
    });
    const { body } = await this.statements.ask<CaseloadAnswer>(CASELOAD_VIEWED, entry, statement);
    if (body === null) throw notFound();
    return body;
  }

  /**
   * @throws 404 for a case the reader must not learn of, 403 with its reason where they may know
   */
  async open(entry: StatementEntry, episodeId: string): Promise<CaseView> {
    const { asker, facts, content } = await this.statements.ask<CaseOpenedAnswer>(
      CASE_OPENED,
      entry,
      caseOpened(episodeId),
    );
    if (!facts) throw notFound();
    const judge = new CaseJudge(asker, facts);
    if (!content || knownChildren(judge, content).length === 0) {
      this.access.demand(asker, facts, 'read', { categories: ['IDENT'] });
      throw notFound();
    }
    return shapeCase(asker, judge, facts, content);
  }
}

function startOf(after: string | undefined): readonly [string, string] {
  if (after === undefined) return FIRST;
  const [day, id] = decodeCursor(after, FIRST.length) ?? [];
  if (typeof day !== 'string' || typeof id !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(day) || !UUID.test(id))
    throw invalid({ after: ['Start the list again from its first page'] });
  return [day, id];
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

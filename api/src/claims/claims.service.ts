import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  checkDueOn,
  claimGaps,
  type ClaimsQuery,
  type ClaimsView,
  type ClaimView,
} from '@encircle/shared/claims';
import { DEFAULT_TIMESCALES } from '@encircle/shared/lifecycle';
import { decodeCursor, DEFAULT_LIMIT, encodeCursor } from '@encircle/shared/paging';
import { guardedCount, guardedRate, openCount, openRate } from '@encircle/shared/reports';
import type { AccessContext } from '#api/access/access-context.js';
import { invalid } from '#api/platform/errors/domain-error.js';
import { claimFamilies, type FamilyRow } from './persistence/claims.repository.js';

/** Families whose needs were evidenced: which are on the list of rule 9.1, and what the others still lack. */
@Injectable()
export class ClaimsService {
  async list(ctx: AccessContext, query: ClaimsQuery): Promise<ClaimsView> {
    const after = placeOf(query.after);
    const limit = query.limit ?? DEFAULT_LIMIT;
    const made = ctx.who.role === 'ANLY';
    const rows = await claimFamilies(ctx);
    const families = rows.map((row) => claimView(row, made)).sort(byRef);
    const ready = families.filter((each) => each.ready).length;
    const shown = families
      .filter(
        (each) => query.show === undefined || query.show === 'ALL' || each.ready === (query.show === 'READY'),
      )
      .filter((each) => after === null || each.ref > after);
    const page = shown.slice(0, limit);
    const last = shown.length > limit ? page.at(-1) : undefined;
    await ctx.audit({ categories: [made ? 'AGG' : 'INVOLVE'], channel: 'list', count: page.length });
    const rate = made ? guardedRate(ready, families.length) : openRate(ready, families.length);
    return {
      items: page,
      next: last ? encodeCursor([last.ref]) : null,
      counted: countedOf(rows, made),
      ready: { ...rate, list: null },
    };
  }
}

/** Of the families on the list (rule 7.1: three children in one record are three children, one family). */
function countedOf(rows: readonly FamilyRow[], made: boolean): ClaimsView['counted'] {
  const listed = rows.filter((row) => claimGaps(row).length === 0);
  const shown = (count: number): number | null => (made ? guardedCount(count) : openCount(count)).count;
  const sum = (of: (row: FamilyRow) => number): number | null =>
    shown(listed.reduce((all, row) => all + of(row), 0));
  return {
    families: shown(listed.length),
    children: sum(({ children }) => children),
    teams: sum(({ records }) => records),
  };
}

const byRef = (a: ClaimView, b: ClaimView): number => (a.ref < b.ref ? -1 : a.ref > b.ref ? 1 : 0);

/** @param made whoever may open no case gets a made-up reference, the same each time, and no service or day */
function claimView(row: FamilyRow, made: boolean): ClaimView {
  const missing = claimGaps(row);
  const key = createHash('sha256').update(`claim ${row.family}`).digest('hex').slice(0, 12);
  return {
    key,
    ref: made ? `F-${key}` : row.ref,
    episodeId: made ? null : row.episodeId,
    locality: row.locality,
    agency: made ? null : row.agency,
    closedOn: made ? null : row.closedOn,
    checkDueOn:
      made || row.closedOn === null
        ? null
        : checkDueOn(row.closedOn, row.checkMonths ?? DEFAULT_TIMESCALES['evidence.check.months']),
    ready: missing.length === 0,
    missing,
  };
}

function placeOf(cursor: string | undefined): string | null {
  if (cursor === undefined) return null;
  const [ref] = decodeCursor(cursor, 1) ?? [];
  if (typeof ref !== 'string') throw invalid({ after: ['Start the list again from its first page'] });
  return ref;
}

import { ceilingFor, type BaseRole, type Thing, type Verb } from '@encircle/shared/policy';
import type { Answer } from '../../kit/program.js';

export type Ceiling = readonly [Verb, Thing];

/** The role's ceiling ends it, before any record is looked up. */
export const CEILING = 'ceiling';

export const underCeiling = (role: string, ceiling: Ceiling): boolean =>
  !ceilingFor(role as BaseRole).can(ceiling[0], ceiling[1]);

/**
 * What an answer means, in the words of the rules: `allow`, `allow (CODE)` when the gate let it through and another rule
 * stopped it (a stale version, a state of the case), `limited WHAT`, `deny CODE` when the record may be known, `hide` when
 * it is the answer of a random id.
 */
export function cellOf(answer: Answer): string {
  const body = answer.body as { code?: string; effect?: string; what?: string | null } | null;
  const code = body?.code ?? '';
  if (answer.status === 404) return 'hide';
  if (answer.status === 403) return `deny ${code}`;
  if (answer.status >= 500) return `error ${answer.status}`;
  if (answer.status >= 400) return `allow (${code})`;
  if (body?.effect === 'LIMITED') return `limited ${body.what ?? ''}`;
  return body?.effect === 'DENY' ? 'deny' : 'allow';
}

/** Of a list or a search: whether anything of this case is in it. */
export const listCell = (answer: Answer, traces: readonly string[]): string => {
  const cell = cellOf(answer);
  if (!cell.startsWith('allow') && !cell.startsWith('limited')) return cell;
  if (traces.some((trace) => answer.text.includes(trace))) return 'shows it';
  const index = (answer.body as { index?: { answer?: string } } | null)?.index?.answer;
  if (index !== undefined) return index === 'NO_RECORD' ? 'nothing' : `index ${index}`;
  return cell === 'allow' ? 'nothing' : cell;
};

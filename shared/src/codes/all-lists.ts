import type { CodeList } from './code-list.js';
import * as agencies from './agency-codes.js';
import * as alerts from './alert-codes.js';
import * as assessments from './assessment-codes.js';
import * as attendance from './attendance-codes.js';
import * as elements from './caf-elements.js';
import * as closures from './closure-codes.js';
import * as consents from './consent-codes.js';
import * as episodes from './episode-codes.js';
import * as ethnicity from './ethnicity.js';
import * as information from './information-words.js';
import * as looks from './look-reasons.js';
import * as issues from './presenting-issues.js';
import * as meetings from './meeting-codes.js';
import * as outcomes from './outcome-frameworks.js';
import * as measures from './outcome-measures.js';
import * as overrides from './override-codes.js';
import * as people from './people-codes.js';
import * as plans from './plan-codes.js';

const MODULES = [
  agencies,
  alerts,
  assessments,
  attendance,
  closures,
  consents,
  elements,
  episodes,
  ethnicity,
  information,
  issues,
  looks,
  measures,
  meetings,
  outcomes,
  overrides,
  people,
  plans,
];

/** Every code list, by name in order, for the reference page and for checks over all of them. */
export const ALL_CODE_LISTS: readonly CodeList[] = MODULES.flatMap((module) =>
  Object.values(module as Record<string, unknown>).filter(isCodeList),
).sort((a, b) => (a.name < b.name ? -1 : 1));

export function codeListNamed(name: string): CodeList | undefined {
  return ALL_CODE_LISTS.find((list) => list.name === name);
}

function isCodeList(value: unknown): value is CodeList {
  return (
    typeof value === 'object' && value !== null && 'rows' in value && 'codes' in value && 'name' in value
  );
}

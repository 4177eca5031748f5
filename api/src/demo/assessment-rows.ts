import type { CivilDate } from '@encircle/shared/dates';
import { CAF_V1, section, splitAnswers, type SectionAnswers } from '@encircle/shared/forms';
import type { Category } from '@encircle/shared/policy';
import type { CaseRows, Who } from './case-rows.js';
import type { Row } from './rows.js';

export interface Part {
  section: string;
  by: Who;
  on: CivilDate;
  answers: Row;
  /** Kind of information when it is not the section's own. */
  category?: Category;
  /** Same as before: the answer of the earlier version it was carried from. */
  carriedFrom?: string | undefined;
}

/** An assessment with its parts. It is written as a draft; `finished` is sealed by the loader once its parts are in. */
export function addAssessment(
  c: CaseRows,
  made: { id: string; versionNo: number; by: Who; startedOn: CivilDate },
  parts: readonly Part[],
): Map<string, string> {
  c.add('app.assessment', 'INVOLVE', made.by, made.startedOn, {
    id: made.id,
    version_no: made.versionNo,
    form_code: CAF_V1.code,
    form_version: CAF_V1.version,
    status: 'DRAFT',
    started_on: made.startedOn,
  });
  const ids = new Map<string, string>();
  for (const part of parts.flatMap(bySort)) {
    const { category } = part;
    const id = c.add('app.answer', category, part.by, part.on, {
      assessment_id: made.id,
      section: part.section,
      body: part.answers,
      updated_by: part.by.userId,
      carried_from_id: part.carriedFrom ?? null,
      // Carried over and looked at: saved once more with the same words.
      version: part.carriedFrom ? 2 : 1,
    });
    if (category === section(CAF_V1, part.section).category) ids.set(part.section, id);
  }
  return ids;
}

/** What is written in one go is stored by kind of information, as the program stores it (rule 3.7). */
function bySort(part: Part): (Part & { category: Category })[] {
  const { category } = part;
  if (category) return [{ ...part, category }];
  const own = section(CAF_V1, part.section);
  return splitAnswers(own, part.answers as SectionAnswers).map((each) => ({
    ...part,
    category: each.category,
    answers: { ...each.answers },
    ...(each.category === own.category ? {} : { carriedFrom: undefined }),
  }));
}

/** Every element has a word said about it; those given are looked at, the others are not relevant here. */
export function elementParts(by: Who, on: CivilDate, looked: Readonly<Record<string, Row>>): Part[] {
  return CAF_V1.sections
    .filter((each) => /^[DPF]\d\d$/.test(each.key))
    .map(({ key }) => ({
      section: key,
      by,
      on,
      answers: looked[key] ? { status: 'ASSESSED', ...looked[key] } : { status: 'NOT_RELEVANT' },
    }));
}

import type { FormVersion } from './form.js';
import { splitAnswers, type FormAnswers, type SectionAnswers } from './answers.js';

/** Development before birth is the pregnancy's health; the rest of it cannot be looked at yet (rule 3.7). */
const ANTENATAL = ['D01', 'D02'];
const NOT_YET = ['development', 'learning'];

/** The answers a new assessment of an unborn baby starts with; every one may be changed. */
export function unbornDefaults(form: FormVersion): FormAnswers {
  const entries = form.sections.flatMap((section) => {
    const answers = defaultsOf(section.key, section.group, section.element);
    return answers === null ? [] : [[section.key, splitAnswers(section, answers)] as const];
  });
  return Object.fromEntries(entries);
}

function defaultsOf(key: string, group: string, element: string | undefined): SectionAnswers | null {
  if (key === 'who') return { childSeen: 'NOT_SEEN', notSeenReason: 'UNBORN' };
  if (key === 'words') return { noChildComment: 'UNBORN' };
  const notYet = element !== undefined && NOT_YET.includes(group) && !ANTENATAL.includes(element);
  return notYet ? { status: 'NOT_RELEVANT' } : null;
}

/** The sections that say nothing yet before birth: after it they are asked anew (rule 5.6). */
export function notBeforeBirth(form: FormVersion): string[] {
  return Object.keys(unbornDefaults(form)).filter((key) => key !== 'words');
}

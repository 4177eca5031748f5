import type { AttendanceEntry } from './attendance.contract.js';

export type FieldProblems = Record<string, string[]>;

/**
 * What is wrong with the entries by themselves, before anything is looked up: field path to messages, empty when all
 * is well. The rest (LATE_NOTICE only after a short notice, nobody before the day) depends on what is stored.
 */
export function attendanceProblems(entries: readonly AttendanceEntry[]): FieldProblems {
  const problems: FieldProblems = {};
  const seen = new Set<string>();
  entries.forEach((entry, index) => {
    const at = (field: string): string => `entries.${index}.${field}`;
    if (seen.has(entry.invitationId)) problems[at('invitationId')] = ['The same person is there twice'];
    seen.add(entry.invitationId);
    if (entry.code === 'DEP' && !filled(entry.deputyName))
      problems[at('deputyName')] = ['Enter the deputy’s name'];
    if (entry.code !== 'DEP' && filled(entry.deputyName))
      problems[at('deputyName')] = ['A deputy is named only when a deputy came'];
    if (entry.code === 'MTG_CAN')
      problems[at('code')] = ['Cancel or move the meeting instead: everyone is then marked'];
  });
  return problems;
}

function filled(text: string | null | undefined): boolean {
  return text !== null && text !== undefined && text.trim() !== '';
}

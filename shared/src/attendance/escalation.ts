import { ATTENDANCE_CODES, codeRow, type AttendanceCode } from '../codes/index.js';

/** One invitation of one agency (or person) to a meeting of one episode. */
export interface RunFact {
  meetingId: string;
  code: AttendanceCode;
  /** Only those who are needed can be missed. */
  required: boolean;
}

/** Two in a row tell the lead professional; three the agency's manager and the CAF team (rule 4.2, local). */
export interface EscalationRule {
  lead: number;
  manager: number;
}

export const DEFAULT_ESCALATION: Readonly<EscalationRule> = { lead: 2, manager: 3 };

export type EscalationLevel = 'LEAD' | 'MANAGER_AND_CAF_TEAM';

export interface Escalation {
  meetingId: string;
  /** Meetings missed in a row, this one included */
  run: number;
  level: EscalationLevel;
}

/**
 * The alerts an agency's row of invitations gives rise to, in the order of the meetings. A report, a deputy or
 * coming ends the run; a code outside the rates (not needed, cancelled, too late a notice) is passed over.
 */
export function escalations(
  facts: readonly RunFact[],
  rule: Readonly<EscalationRule> = DEFAULT_ESCALATION,
): Escalation[] {
  let run = 0;
  return byMeeting(facts).flatMap(([meetingId, rows]) => {
    const next = runAfter(run, rows);
    const grew = next > run;
    run = next;
    const level = grew ? levelOf(run, rule) : null;
    return level === null ? [] : [{ meetingId, run, level }];
  });
}

/** How many meetings in a row have been missed up to the last one. */
export function missedRun(facts: readonly RunFact[]): number {
  return byMeeting(facts).reduce((run, [, rows]) => runAfter(run, rows), 0);
}

function levelOf(run: number, rule: Readonly<EscalationRule>): EscalationLevel | null {
  if (run === rule.manager) return 'MANAGER_AND_CAF_TEAM';
  return run === rule.lead ? 'LEAD' : null;
}

function runAfter(run: number, rows: readonly RunFact[]): number {
  const codes = rows.map((row) => ({ ...codeRow(ATTENDANCE_CODES, row.code), required: row.required }));
  if (codes.some((row) => row.resets)) return 0;
  return codes.some((row) => row.missed && row.required) ? run + 1 : run;
}

function byMeeting(facts: readonly RunFact[]): [string, RunFact[]][] {
  const meetings = new Map<string, RunFact[]>();
  for (const fact of facts) meetings.set(fact.meetingId, [...(meetings.get(fact.meetingId) ?? []), fact]);
  return [...meetings];
}

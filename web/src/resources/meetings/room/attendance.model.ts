import type { InvitationView, StoredAttendance } from '@encircle/shared/meetings';

/** What the room offers for each person; what is stored are codes. */
export type Choice = 'CAME' | 'PART' | 'DEPUTY' | 'REPORT' | 'SENT_VIEWS' | 'NOT_HERE';

export interface Mark {
  code: string;
  reason: string;
  deputyName: string;
}

type Who = Pick<InvitationView, 'kind' | 'rsvp' | 'shortNotice'>;

export function choicesFor({ kind }: Pick<Who, 'kind'>): Choice[] {
  return kind === 'FAMILY'
    ? ['CAME', 'PART', 'SENT_VIEWS', 'NOT_HERE']
    : ['CAME', 'PART', 'DEPUTY', 'REPORT', 'NOT_HERE'];
}

/** Absent: apologies when they said so (families always), late notice when the notice was short, else no word. */
export function codeOf(choice: Choice, who: Who): string {
  if (choice === 'CAME') return 'ATT';
  if (choice === 'PART') return 'PART';
  if (choice === 'DEPUTY') return 'DEP';
  if (choice === 'REPORT' || choice === 'SENT_VIEWS') return 'REP';
  if (who.kind === 'FAMILY' || who.rsvp === 'NOT_COMING') return 'APO';
  return who.shortNotice ? 'LATE_NOTICE' : 'DNA';
}

export function choiceOf(code: string | null, { kind }: Pick<Who, 'kind'>): Choice | null {
  if (code === null || code === 'MTG_CAN') return null;
  if (code === 'ATT' || code === 'UNINV') return 'CAME';
  if (code === 'PART') return 'PART';
  if (code === 'DEP') return 'DEPUTY';
  if (code === 'REP') return kind === 'FAMILY' ? 'SENT_VIEWS' : 'REPORT';
  return 'NOT_HERE';
}

/** Why somebody was not there, in the order they are offered. */
export function absentCodes({ kind, shortNotice }: Pick<Who, 'kind' | 'shortNotice'>): string[] {
  if (kind === 'FAMILY') return ['APO', 'NOT_REQ'];
  return ['APO', 'DNA', ...(shortNotice ? ['LATE_NOTICE'] : []), 'NOT_REQ', 'DECL_CONSENT'];
}

/** The next choice round the circle: one key marks a person, the same key again corrects it. */
export function nextChoice(choices: readonly Choice[], current: Choice | null): Choice {
  const index = current === null ? -1 : choices.indexOf(current);
  return choices[(index + 1) % choices.length] ?? 'CAME';
}

export const markOf = (
  stored: Pick<InvitationView, 'attendance' | 'attendanceReason' | 'deputyName'>,
): Mark | null =>
  stored.attendance === null
    ? null
    : { code: stored.attendance, reason: stored.attendanceReason ?? '', deputyName: stored.deputyName ?? '' };

/** A deputy without a name cannot be kept yet; it waits for the name. */
export const isComplete = (mark: Mark): boolean => mark.code !== 'DEP' || mark.deputyName.trim() !== '';

export interface Entry {
  invitationId: string;
  code: string;
  reason: string | null;
  deputyName: string | null;
  version: number;
}

/** What is sent: marks that are complete and differ from what is stored. */
export function entriesOf(
  invitations: readonly InvitationView[],
  marks: Readonly<Record<string, Mark>>,
): Entry[] {
  return invitations.flatMap((who) => {
    const mark = marks[who.id];
    if (!mark || !isComplete(mark) || who.attendance === 'UNINV') return [];
    const same = markOf(who);
    if (same && same.code === mark.code && same.reason === mark.reason && same.deputyName === mark.deputyName)
      return [];
    return [
      {
        invitationId: who.id,
        code: mark.code,
        reason: mark.reason.trim() || null,
        deputyName: mark.code === 'DEP' ? mark.deputyName.trim() : null,
        version: who.version,
      },
    ];
  });
}

/** The invitations as the save left them. */
export function withStored(
  invitations: readonly InvitationView[],
  stored: readonly StoredAttendance[],
): InvitationView[] {
  const byId = new Map(stored.map((each) => [each.invitationId, each]));
  return invitations.map((who) => {
    const kept = byId.get(who.id);
    if (!kept) return who;
    return {
      ...who,
      attendance: kept.code,
      attendanceReason: kept.reason,
      deputyName: kept.deputyName,
      reportReceivedOn: kept.reportReceivedOn,
      version: kept.version,
    };
  });
}

export interface Clash {
  invitationId: string;
  name: string;
  stored: string;
  mine: string;
}

/** Where my marks and what somebody else saved differ: both are shown, nothing is lost. */
export function clashesOf(
  invitations: readonly InvitationView[],
  marks: Readonly<Record<string, Mark>>,
  stored: readonly StoredAttendance[],
): Clash[] {
  return withStored(invitations, stored).flatMap((who) => {
    const mark = marks[who.id];
    if (!mark || who.attendance === null || mark.code === who.attendance) return [];
    return [{ invitationId: who.id, name: who.name ?? '', stored: who.attendance, mine: mark.code }];
  });
}

export function tally(
  invitations: readonly InvitationView[],
  marks: Readonly<Record<string, Mark>>,
): { came: number; reports: number; invited: number } {
  const codes = invitations.map((who) => marks[who.id]?.code ?? who.attendance);
  const count = (...wanted: string[]): number =>
    codes.filter((code) => code !== null && wanted.includes(code)).length;
  return { came: count('ATT', 'PART', 'DEP', 'UNINV'), reports: count('REP'), invited: invitations.length };
}

import type { InvitationView, MeetingView } from '@encircle/shared/meetings';

export type ReportStanding = 'NOT_ASKED' | 'ASKED' | 'LATE' | 'LAPSED' | 'SENT';

/** How one invitee's report stands on a day; null for the family, of whom no report is asked. */
export function standingOf(
  { kind, report, reportReceivedOn }: Pick<InvitationView, 'kind' | 'report' | 'reportReceivedOn'>,
  today: string,
): ReportStanding | null {
  if (kind === 'FAMILY') return null;
  if (reportReceivedOn !== null || report?.state === 'SENT') return 'SENT';
  if (report === null) return 'NOT_ASKED';
  if (report.state === 'LAPSED') return 'LAPSED';
  return today > report.dueOn ? 'LATE' : 'ASKED';
}

export interface AskedOf {
  who: InvitationView;
  standing: ReportStanding;
}

const ORDER: readonly ReportStanding[] = ['LAPSED', 'LATE', 'ASKED', 'NOT_ASKED', 'SENT'];

/** Everyone a report could come from, those who have not answered first; not the reader, who leads the meeting. */
export function askable(meeting: Pick<MeetingView, 'invitations'>, today: string): AskedOf[] {
  return meeting.invitations
    .flatMap((who) => {
      const standing = standingOf(who, today);
      return standing === null || (who.mine && standing === 'NOT_ASKED') ? [] : [{ who, standing }];
    })
    .sort((a, b) => ORDER.indexOf(a.standing) - ORDER.indexOf(b.standing));
}

/** Of those asked by link: how many, and how many have not answered. */
export function waiting(of: readonly AskedOf[]): { asked: number; open: number } {
  const asked = of.filter(({ who }) => who.report !== null);
  return { asked: asked.length, open: asked.filter(({ standing }) => standing !== 'SENT').length };
}

/** Where the reader’s own report is asked on the page of a meeting: the address of it is `#${OWN_REPORT}`. */
export const OWN_REPORT = 'write-report';

/** Whether the reader may write their report here: once, before the meeting or after it. */
export function mayWriteReport(
  who: Pick<InvitationView, 'kind' | 'mine' | 'reportReceivedOn'>,
  status: MeetingView['status'],
): boolean {
  return (
    who.mine && who.kind !== 'FAMILY' && who.reportReceivedOn === null && ['PLANNED', 'HELD'].includes(status)
  );
}

/** Whether the questions stand open at once: they said they would send one, or come from where one is asked of them. */
export const asksAtOnce = ({ rsvp }: Pick<InvitationView, 'rsvp'>, hash: string): boolean =>
  rsvp === 'SENDING_REPORT' || hash === `#${OWN_REPORT}`;

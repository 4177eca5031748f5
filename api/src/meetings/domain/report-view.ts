import type { ReportRequestView, ReportView } from '@encircle/shared/meetings';

interface RequestLike {
  address: string;
  askedOn: string;
  dueOn: string;
  expiresOn: string;
  status: string;
}

export function requestView({ status, ...row }: RequestLike, today: string): ReportRequestView {
  const { address, askedOn, dueOn, expiresOn } = row;
  const state = status === 'SENT' ? 'SENT' : today > expiresOn ? 'LAPSED' : 'ASKED';
  return { state, askedOn, dueOn, expiresOn, address };
}

export function reportView(row: ReportView): ReportView {
  const { id, invitationId, name, agencyName, receivedOn, goingWell, worries, nextSteps } = row;
  return { id, invitationId, name, agencyName, receivedOn, goingWell, worries, nextSteps };
}

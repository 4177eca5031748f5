import { access } from './en/access';
import { accountRequests } from './en/account-requests';
import { policeNotices } from './en/police-notices';
import { alerts } from './en/alerts';
import { agreements } from './en/agreements';
import { start } from './en/start';
import { safeguarding } from './en/safeguarding';
import { keeping } from './en/keeping';
import { involvements } from './en/involvements';
import { lead } from './en/lead';
import { levels } from './en/levels';
import { caf } from './en/caf';
import { cases } from './en/cases';
import { children } from './en/children';
import { stepIn } from './en/step-in';
import { familyRecord } from './en/family-record';
import { kin } from './en/kin';
import { consent } from './en/consent';
import { engagement } from './en/engagement';
import { emergency } from './en/emergency';
import { copies } from './en/copies';
import { contributions } from './en/contributions';
import { oversight } from './en/oversight';
import { requests } from './en/requests';
import { contact } from './en/contact';
import { contactOrders } from './en/contact-orders';
import { documents } from './en/documents';
import { find } from './en/find';
import { notices } from './en/notices';
import { enquiries } from './en/enquiries';
import { services } from './en/services';
import { timescales } from './en/timescales';
import { leavers } from './en/leavers';
import { moves } from './en/moves';
import { meetings } from './en/meetings';
import { panels } from './en/panels';
import { parts } from './en/parts';
import { claims } from './en/claims';
import { plans } from './en/plans';
import { problem } from './en/problem';
import { recording } from './en/recording';
import { answer } from './en/answer';
import { report } from './en/report';
import { reports } from './en/reports';
import { restrictions } from './en/restrictions';
import { session } from './en/session';
import { sharingOut } from './en/sharing-out';
import { shell } from './en/shell';
import { signIn } from './en/sign-in';
import { ui } from './en/ui';
import { week } from './en/week';
import { forms } from './en/forms';
import { wording } from './en/wording';

/** The table of contents of the English words: one line a room, one file a room. */
export const en = {
  agreements,
  access,
  accountRequests,
  policeNotices,
  alerts,
  start,
  safeguarding,
  involvements,
  lead,
  levels,
  leavers,
  keeping,
  caf,
  cases,
  children,
  stepIn,
  familyRecord,
  kin,
  consent,
  emergency,
  contributions,
  oversight,
  engagement,
  panels,
  copies,
  contact,
  requests,
  contactOrders,
  documents,
  find,
  meetings,
  moves,
  notices,
  parts,
  claims,
  plans,
  problem,
  recording,
  answer,
  report,
  reports,
  restrictions,
  session,
  sharingOut,
  shell,
  signIn,
  enquiries,
  services,
  timescales,
  ui,
  week,
  wording,
  forms,
};

import type { Item } from '@encircle/shared/policy';
import type { PersonNames } from '@encircle/shared/names';

/** What `hot.case_opened` answers: rows row-level security let through, each with its label. Not yet decided. */
export interface CaseRows {
  episode: EpisodeRow;
  children: ChildRow[];
  caseFacts: CaseFactRow[];
  relatives: RelativeRow[];
  /** Names of the services that lines of agreement are addressed to. */
  agencies: Readonly<Record<string, string>>;
  settings: { personId: string; kind: string; name: string; yearGroup: string | null }[];
  team: TeamRow[];
  meetings: MeetingRow[];
  outcomes: OutcomeRow[];
  chronology: ChronologyRow[];
}

export type Label = Omit<Item, 'locating'>;

export interface EpisodeRow {
  id: string;
  version: number;
  ref: string;
  type: string;
  state: string;
  openedOn: string;
  agreedOn: string | null;
  completedOn: string | null;
  planAgreedOn: string | null;
  nextReviewOn: string | null;
  closedOn: string | null;
  createdBy: string | null;
  initiatingAgencyId: string;
}

export interface ChildRow extends PersonNames {
  id: string;
  pronouns: string | null;
  dateOfBirth: string | null;
  dueDate: string | null;
  isUnborn: boolean;
  mother: PersonNames | null;
}

export interface CaseFactRow {
  label: Label;
  id: string;
  kind: string;
  body: unknown;
  saidOn: string | null;
  author: string | null;
}

export interface RelativeRow extends PersonNames {
  label: Label;
  id: string;
  childId: string;
  kind: string;
  hasPr: string;
  livesWith: string;
  portal: string;
  involvement: string | null;
  phone: string | null;
}

export interface TeamRow {
  userId: string;
  name: string;
  phone: string | null;
  agencyId: string;
  agency: string;
  kind: string;
  jobTitle: string | null;
  from: string | null;
}

export interface MeetingRow {
  label: Label;
  id: string;
  type: string;
  status: 'PLANNED' | 'HELD';
  reviewNo: number | null;
  plannedAt: string;
  heldAt: string | null;
  mode: string;
  levelAgreed: number | null;
  place: { label: Label; place: string } | null;
  invitations: InvitationRow[];
}

export interface InvitationRow {
  label: Label;
  userId: string | null;
  personId: string | null;
  isFamily: boolean;
  name: string;
  agencyId: string | null;
  rsvp: string;
  rsvpNote: string | null;
}

export interface OutcomeRow {
  label: Label;
  id: string;
  statement: string;
  measure: string | null;
  rater: string | null;
  better: string;
  scaleLow: number;
  scaleHigh: number;
  lowWords: string | null;
  highWords: string | null;
  baselineValue: number | null;
  baselineOn: string | null;
  targetValue: number | null;
  status: string;
  ratings: { label: Label; value: number; ratedOn: string; rater: string | null }[];
}

export interface ChronologyRow {
  kind: string;
  id: string;
  day: string;
  significant: boolean;
  author: string | null;
  label: Label;
  detail: Record<string, unknown>;
}

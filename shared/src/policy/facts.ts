import type { CivilDate, HolidayCalendar } from '../dates/index.js';
import type { Category } from './categories.js';
import type { Purpose } from './purposes.js';
import type { BaseRole } from './roles.js';

/** UTC, ISO 8601 with Z. Ranges of instants are half-open: `from` counts, `to` does not; null is no end. */
export type Instant = string;

export interface Period {
  from: Instant;
  to: Instant | null;
}

export const ASSURANCES = ['PASSWORD', 'TOTP', 'HARDWARE'] as const;
/** How strongly this session proved who is asking, weakest first. */
export type Assurance = (typeof ASSURANCES)[number];

/** Who is asking, in the one role and agency this session acts in. */
export interface ActorFacts {
  userId: string;
  /** The account may sign in now. */
  live: boolean;
  agencyId: string | null;
  /** The agency has signed the information-sharing agreement. */
  agencyInAgreement: boolean;
  /** Last valid day; null when there is none, which fails for a worker. */
  vettingValidTo: CivilDate | null;
  trainingValidTo: CivilDate | null;
  role: BaseRole;
  /** The person behind a family account (YP, PAR, ADLT). */
  personId: string | null;
  assurance: Assurance;
  /** A designated safeguarding lead may break glass without a relation (rule 6.7a). */
  safeguardingLead?: boolean;
}

export const EDGE_KINDS = [
  'AUTHOR',
  'LP',
  'TACM',
  'CAFC_TASK',
  'BROKER_TASK',
  'AUDIT',
  'IGO_TASK',
  'PANEL_AGENDA',
  'MASH_CONCERN',
  'EXTM_LINK',
] as const;
export type EdgeKind = (typeof EDGE_KINDS)[number];

/**
 * A user's place on an episode. Closing an episode and withdrawing agreement do not end edges: rule 6.10 says
 * what is left of them. A membership that ends does.
 */
export interface Edge extends Period {
  id: string;
  userId: string;
  /** The agency the place is held for. AUTHOR, LP and TACM count only while their user acts for that agency. */
  agencyId: string;
  kind: EdgeKind;
  /** AUDIT: the hidden categories in the audit's scope. MASH_CONCERN: what the referral covers. */
  categories?: readonly Category[];
  /** IGO_TASK: whom the logged task concerns. */
  personId?: string;
  /** EXTM_LINK: the one document sent. */
  itemId?: string;
}

export interface Subject {
  personId: string;
  /** Null before birth. */
  dob: CivilDate | null;
  kind: 'CHILD' | 'UNBORN';
  /** Where this child's part alone stands; left out when it stands where the record does (rule F5). */
  state?: 'STEP_UP_PENDING' | 'PAUSED_STATUTORY' | 'CLOSED';
}

/** One adult's tie to one child of the episode. */
export interface Relative {
  id: string;
  personId: string;
  childId: string;
  /** Has parental responsibility. */
  hasPr: boolean;
  /** Held it until then, and no longer: what was agreed to before stands. */
  prUntil?: Instant | null;
  /** Not yet asked for agreement: sees on a verified request only (rule S14). */
  notAsked: boolean;
  /** Identity and entitlement were checked and the portal opened. */
  verifiedPortal: boolean;
  /** Domestic abuse or coercion: no portal without a check. */
  portalRisk: boolean;
}

export const GIVER_CAPACITIES = ['SELF', 'PR_HOLDER', 'MOTHER_OF_UNBORN', 'LA_CARE_ORDER'] as const;
export type GiverCapacity = (typeof GIVER_CAPACITIES)[number];
export type ConsentDecision = 'GIVEN' | 'REFUSED' | 'NOT_SOUGHT';

/** One recipient's row of agreement (rule 6.2). Rows are immutable; changes append. */
export interface ConsentLine {
  id: string;
  /** Whose information. A sensitive or own-data row names the person it is about. */
  subjectId: string;
  giverId: string;
  giverCapacity: GiverCapacity;
  recipientType: 'SERVICE' | 'PERSON';
  /** An agency's id, a user's id, or (a child keeping something from a parent) a person's id. */
  recipientId: string;
  categories: readonly Category[];
  purposes: readonly Purpose[];
  decision: ConsentDecision;
  givenAt: Instant;
  /** Both days count, Europe/London. */
  validFrom: CivilDate;
  expiresAt: CivilDate | null;
  withdrawnAt: Instant | null;
  /** Taken back as one kind of information by itself: nothing of it is left to read (rule 6.10). */
  withdrawnAlone?: boolean;
  supersededAt: Instant | null;
  /** Also covers what was recorded before the row began (rule S60). */
  history: boolean;
  /** The giver lets the index name the lead professional (rule R17). */
  indexListing: boolean;
}

/** The family's choice about one sensitive service (rule 6.8). SL0 is not stored. */
export interface SensitiveLine extends Period {
  id: string;
  /** Whom the service works with. */
  personId: string;
  giverId: string;
  category: Category;
  level: 'SL1' | 'SL2';
  /** The giver agrees to "a specialist service is involved" being shown to the team. */
  lineAgreed: boolean;
}

export interface Shield extends Period {
  id: string;
  /** The child and the adults protected; they count as on the list. */
  protectedPersonIds: readonly string[];
  /** Others of the household: their locating items are shielded too. */
  householdPersonIds: readonly string[];
  listUserIds: readonly string[];
}

/** A sealed record (opened in error, adoption): only those named see it. */
export interface Seal extends Period {
  id: string;
  namedUserIds: readonly string[];
}

/** A conflict-of-interest block naming one worker (rule R21). */
export interface Block extends Period {
  id: string;
  userId: string;
}

export const GROUNDS = [
  'CHILD_RISK',
  'ADULT_RISK',
  'CRIME_SERIOUS',
  'LEGAL_DUTY',
  'COURT_ORDER',
  'VITAL',
  'PUBLIC_INTEREST_OTHER',
] as const;
export type Ground = (typeof GROUNDS)[number];

/** A recorded safeguarding disclosure (rule 6.7): one recipient, categories and a period. */
export interface Disclosure extends Period {
  id: string;
  recipientType: 'SERVICE' | 'PERSON';
  recipientId: string;
  subjectId: string;
  categories: readonly Category[];
  purpose: Purpose;
  ground: Ground;
}

/** A break-glass grant (rule 6.7a): one user, this episode, named categories, 60 minutes. */
export interface BreakGlassGrant extends Period {
  id: string;
  userId: string;
  subjectId: string;
  categories: readonly Category[];
  purpose: Purpose;
  ground: Ground;
}

/** DISCLOSE lets the recipient see; RESTRICT keeps the person from the categories. */
export interface CourtOrder extends Period {
  id: string;
  effect: 'DISCLOSE' | 'RESTRICT' | 'CARE_ORDER';
  subjectId: string;
  /** A user or an agency (DISCLOSE), or a person of the family (RESTRICT). */
  recipientId: string | null;
  categories: readonly Category[];
}

/** A recorded assessment that a child is, or is not, competent to decide on these matters (rule 6.3). */
export interface CompetenceRecord extends Period {
  id: string;
  personId: string;
  matters: readonly Category[];
  competent: boolean;
}

/** The states of rule 5.1. */
export const EPISODE_STATES = [
  'CONCERN',
  'CONSENT_SEEKING',
  'TAP',
  'ASSESSING',
  'ASSESSED',
  'TAC_PLANNED',
  'PLAN_ACTIVE',
  'PANEL_REVIEW',
  'STEP_UP_PENDING',
  'PAUSED_STATUTORY',
  'TRANSFER_PENDING',
  'CLOSED',
  'REJECTED',
  'MERGED',
  'ARCHIVED',
  'DISPOSED',
] as const;
export type EpisodeState = (typeof EPISODE_STATES)[number];

/** All that a decision about one episode may look at. */
export interface EpisodeFacts {
  id: string;
  state: EpisodeState;
  closedAt: Instant | null;
  /** All agreement was withdrawn; rows given later count again. Expiry follows from the rows themselves. */
  withdrawnAt: Instant | null;
  legalHold: boolean;
  seals: readonly Seal[];
  shields: readonly Shield[];
  blocks: readonly Block[];
  edges: readonly Edge[];
  subjects: readonly Subject[];
  relatives: readonly Relative[];
  consents: readonly ConsentLine[];
  sensitiveLines: readonly SensitiveLine[];
  competence: readonly CompetenceRecord[];
  disclosures: readonly Disclosure[];
  breakGlass: readonly BreakGlassGrant[];
  courtOrders: readonly CourtOrder[];
  /** The record this one was merged into, when the asker followed the pointer (rule R03). */
  mergedInto: EpisodeFacts | null;
  /** Records absorbed by this one; the stricter answer of all wins. */
  mergedFrom: readonly EpisodeFacts[];
}

/** Local settings the rules use; every number may differ between authorities. */
export interface PolicySettings {
  holidays: HolidayCalendar;
  /** Read-only working days after withdrawal, expiry and (for team members) closing (rule 6.10). */
  readOnlyWorkingDays: number;
  /** Months a lead professional and author may read after closing. */
  readOnlyMonthsAfterClosing: number;
  /** Below this age a child's own view is child-friendly (rule 6.6). */
  childFriendlyUnderAge: number;
  /** The weakest sign-in each action takes (rule R01). */
  assurance: Readonly<Record<Action, Assurance>>;
}

export interface Facts {
  actor: ActorFacts;
  /** Null when the request is about no existing record (an aggregate, a new record). */
  episode: EpisodeFacts | null;
  settings: PolicySettings;
}

/** The label columns of one content row. */
export interface Item {
  id?: string;
  subjectId: string;
  /** Whom the block is about when that is not the subject. */
  aboutPersonId: string | null;
  categories: readonly Category[];
  sourceAgencyId: string | null;
  /** The user who recorded it. */
  authorId: string | null;
  /** PRIVATE: the workers the child named. */
  namedWorkerIds: readonly string[];
  /** Null for standing facts (names, involvement) that have no moment of recording. */
  recordedAt: Instant | null;
  /** Tells where someone lives or is: belongs to the household's strictest shield (rule 6.8). */
  locating?: boolean;
  /** Withheld from the person themself, with a recorded ground (rule 6.11). */
  exempt?: boolean;
}

export const ACTIONS = ['read', 'write', 'index', 'send', 'dispose'] as const;
export type Action = (typeof ACTIONS)[number];

export const CHANNELS = [
  'screen',
  'list',
  'count',
  'export',
  'pdf',
  'email',
  'calendar',
  'notification',
  'api',
  'job',
] as const;
export type Channel = (typeof CHANNELS)[number];

/** Whom something is sent to: a service, or a named person in one. */
export interface Recipient {
  agencyId: string;
  userId: string | null;
}

/** The record of rule 6.7 made before releasing without agreement; no ground yet means not yet releasable. */
export interface OverrideRecord {
  id: string;
  ground: Ground | null;
}

/** What a disposal would rest on (guard T39). */
export interface DisposalRequest {
  approverIds: readonly string[];
}

export interface Request {
  purpose: Purpose | null;
  action: Action;
  channel: Channel;
  /** The recorded reason, where one is asked for. */
  reasonId: string | null;
  item: Item;
  recipient?: Recipient;
  override?: OverrideRecord;
  disposal?: DisposalRequest;
}

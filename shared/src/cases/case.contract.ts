import { IsBoolean, IsInt, IsString, IsUUID } from 'class-validator';
import { MaybePart, MaybeText, Parts, Texts } from '../shapes/index.js';
import { CaseAgreement, CaseFlag, CaseLevel, CaseWords } from './case-standing.contract.js';
import { CaseChild, CaseRelative, CaseTeamMember } from './case-people.contract.js';
import { CaseMeeting, CaseOutcome, CasePathStep, ChronologyItem } from './case-work.contract.js';

export const CASE_TABS = [
  'summary',
  'family',
  'assessment',
  'plan',
  'meetings',
  'chronology',
  'notes',
  'sharing',
] as const;
export type CaseTab = (typeof CASE_TABS)[number];

/** What the reader may start from the page; the API decides again when they do. */
export const CASE_ACTIONS = [
  'note.write',
  'consent.record',
  'assessment.write',
  'meeting.plan',
  'plan.write',
  'team.change',
  'family.keep',
  'close',
  'block.set',
] as const;
export type CaseAction = (typeof CASE_ACTIONS)[number];

/** One case as its page opens it: already decided, line by line, for the person who asked. */
export class CaseView {
  @IsUUID()
  id!: string;

  @IsString()
  ref!: string;

  @IsInt()
  version!: number;

  @IsString()
  type!: string;

  @IsString()
  state!: string;

  /** Set when the reader sees part of it: INDEX_ROW, STUB, ASK_AGAIN and so on. */
  @MaybeText()
  limited!: string | null;

  @IsBoolean()
  readOnly!: boolean;

  /** When the page has to be asked for again, as far as its reader may know: agreement, task or time runs out. */
  @MaybeText()
  validUntil!: string | null;

  @Texts()
  tabs!: CaseTab[];

  @Texts()
  actions!: CaseAction[];

  @MaybeText()
  part!: string | null;

  @IsString()
  nextStep!: string;

  @Parts(() => CaseChild)
  children!: CaseChild[];

  @MaybePart(() => CaseWords)
  ownWords!: CaseWords | null;

  @Parts(() => CaseFlag)
  flags!: CaseFlag[];

  @MaybePart(() => CaseLevel)
  level!: CaseLevel | null;

  @MaybePart(() => CaseAgreement)
  agreement!: CaseAgreement | null;

  @MaybePart(() => CaseTeamMember)
  leadProfessional!: CaseTeamMember | null;

  @Parts(() => CaseTeamMember)
  team!: CaseTeamMember[];

  @Parts(() => CaseRelative)
  relatives!: CaseRelative[];

  @MaybePart(() => CaseMeeting)
  nextMeeting!: CaseMeeting | null;

  @Parts(() => CasePathStep)
  path!: CasePathStep[];

  @MaybePart(() => CaseWords)
  goingWell!: CaseWords | null;

  @MaybePart(() => CaseWords)
  helpWanted!: CaseWords | null;

  @Parts(() => CaseOutcome)
  outcomes!: CaseOutcome[];

  @Parts(() => ChronologyItem)
  chronology!: ChronologyItem[];
}

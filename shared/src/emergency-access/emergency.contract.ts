import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  Equals,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsISO8601,
  IsOptional,
  IsString,
  IsUUID,
  MaxLength,
  Min,
  MinLength,
  ValidateNested,
} from 'class-validator';
import { ACCESS_REVIEW_OUTCOMES, BREACH_OUTCOMES, OVERRIDE_GROUNDS } from '../codes/index.js';
import { PageQuery } from '../paging/index.js';
import { BREAK_GLASS_REASON_LENGTH, type Category, type Ground } from '../policy/index.js';
import { EMERGENCY_KINDS } from './kinds.js';

/** Opens named kinds of one child's record for an hour (rule 6.7a). Purpose travels in the header. */
export class BreakGlass {
  @IsUUID(undefined, { message: 'Choose the child' })
  subjectId!: string;

  @IsArray({ message: 'Choose what you need to see' })
  @ArrayMinSize(1, { message: 'Choose what you need to see' })
  @ArrayMaxSize(8, { message: 'Choose only what you need: 8 kinds at most' })
  @ArrayUnique({ message: 'Choose each kind once' })
  @IsIn(EMERGENCY_KINDS, { each: true, message: 'Choose from the list' })
  categories!: Category[];

  @IsIn(OVERRIDE_GROUNDS.codes, { message: 'Choose the reason this is an emergency' })
  ground!: Ground;

  @IsString({ message: 'Say what has happened and why you need to see this now' })
  @MinLength(BREAK_GLASS_REASON_LENGTH, {
    message: `Say what has happened and why you need to see this now: at least ${BREAK_GLASS_REASON_LENGTH} characters`,
  })
  @MaxLength(2000, { message: 'Keep it under 2,000 characters' })
  reason!: string;

  @Equals(true, { message: 'Tick that you understand that this is reviewed' })
  @IsBoolean()
  understood!: boolean;
}

export class AnswerBreakGlass {
  @IsBoolean({ message: 'Say yes or no' })
  yes!: boolean;

  @IsInt()
  @Min(1)
  version!: number;
}

export class VersionOnly {
  @IsInt()
  @Min(1)
  version!: number;
}

export class DecideAccessReview extends VersionOnly {
  @IsIn([...ACCESS_REVIEW_OUTCOMES.codes, ...BREACH_OUTCOMES.codes], { message: 'Choose the outcome' })
  outcome!: string;

  @IsString({ message: 'Say why, in at least 10 characters' })
  @MinLength(10, { message: 'Say why, in at least 10 characters' })
  @MaxLength(4000, { message: 'Keep it under 4,000 characters' })
  words!: string;
}

/** One child of the record and the kinds that an emergency could open to this reader. */
export class EmergencyChild {
  @IsUUID()
  id!: string;

  /** Null where even the name is not the reader's to know yet. */
  @IsOptional()
  @IsString()
  name!: string | null;

  @IsArray()
  @IsString({ each: true })
  opens!: string[];

  @IsBoolean()
  shielded!: boolean;
}

/** What the dialog needs before it is filled in. */
export class EmergencyOptions {
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => EmergencyChild)
  children!: EmergencyChild[];

  @IsInt()
  usedToday!: number;

  /** The next one needs a manager's yes. */
  @IsBoolean()
  needsManager!: boolean;

  @IsInt()
  minutes!: number;
}

/** One emergency view, as its user sees it. */
export class BreakGlassView {
  @IsUUID()
  id!: string;

  @IsInt()
  version!: number;

  @IsString()
  reference!: string;

  @IsIn(['ASKED', 'APPROVED', 'DECLINED', 'OPENED'])
  status!: string;

  @IsUUID()
  episodeId!: string;

  @IsUUID()
  subjectId!: string;

  @IsArray()
  @IsString({ each: true })
  categories!: string[];

  @IsString()
  purpose!: string;

  /** It may be looked at now. */
  @IsBoolean()
  live!: boolean;

  @IsOptional()
  @IsISO8601()
  endsAt!: string | null;

  /** Ends when its page is left; its page has to give a sign of life. */
  @IsBoolean()
  endsOnLeaving!: boolean;
}

export class LiveBreakGlass {
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => BreakGlassView)
  items!: BreakGlassView[];

  /** The clock the end is counted by. */
  @IsISO8601()
  now!: string;
}

export class BreakGlassStay {
  @IsOptional()
  @IsISO8601()
  endsAt!: string | null;
}

/** What those who were told may know: who, when, why in general, and what becomes of it. */
export class BreakGlassNotice {
  @IsUUID()
  id!: string;

  @IsInt()
  version!: number;

  @IsString()
  reference!: string;

  /** OWNER, SUPERVISOR, OVERSIGHT; null for the user's own. */
  @IsOptional()
  @IsString()
  part!: string | null;

  @IsString()
  status!: string;

  @IsString()
  user!: string;

  @IsString()
  agency!: string;

  @IsString()
  ground!: string;

  @IsISO8601()
  askedAt!: string;

  @IsOptional()
  @IsISO8601()
  openedAt!: string | null;

  @IsOptional()
  @IsISO8601()
  endedAt!: string | null;

  /** Only for the owner's side, who knows the case. */
  @IsOptional()
  @IsUUID()
  episodeId!: string | null;

  @IsOptional()
  @IsISO8601()
  seenAt!: string | null;

  /** This reader may say yes or no to one more in a day. */
  @IsBoolean()
  mayAnswer!: boolean;

  @IsOptional()
  @IsString()
  outcome!: string | null;
}

export class AccessReviewRow {
  @IsUUID()
  id!: string;

  @IsInt()
  version!: number;

  @IsIn(['BREAK_GLASS', 'INVESTIGATION', 'BREACH', 'SHARING'])
  kind!: string;

  @IsString()
  reference!: string;

  @IsString()
  user!: string;

  @IsString()
  agency!: string;

  @IsOptional()
  @IsString()
  ground!: string | null;

  @IsISO8601()
  happenedAt!: string;

  @IsString()
  dueOn!: string;

  /** Working days past the due date; 0 when in time or done in time. */
  @IsInt()
  late!: number;

  /** Not begun within two working days: it is on the manager's and the CAF team's list too. */
  @IsBoolean()
  escalated!: boolean;

  /** Emergency views of this user in the 30 days up to this one. */
  @IsInt()
  uses!: number;

  @IsBoolean()
  repeated!: boolean;

  @IsOptional()
  @IsString()
  reviewer!: string | null;

  @IsOptional()
  @IsISO8601()
  startedAt!: string | null;

  @IsOptional()
  @IsString()
  outcome!: string | null;

  @IsOptional()
  @IsISO8601()
  decidedAt!: string | null;
}

export class AccessReviewsPage {
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => AccessReviewRow)
  items!: AccessReviewRow[];

  @IsOptional()
  @IsString()
  next!: string | null;

  @IsInt()
  open!: number;

  @IsInt()
  late!: number;
}

export class LookUnder {
  @IsISO8601()
  at!: string;

  @IsString()
  action!: string;

  @IsArray()
  @IsString({ each: true })
  categories!: string[];
}

/** One review opened: what was said, what was looked at, and what the reader may do. */
export class AccessReviewView {
  @ValidateNested()
  @Type(() => AccessReviewRow)
  row!: AccessReviewRow;

  @IsString()
  caseReference!: string;

  @IsArray()
  @IsString({ each: true })
  categories!: string[];

  @IsOptional()
  @IsString()
  reason!: string | null;

  /** Sharing: who it went to. */
  @IsOptional()
  @IsString()
  recipient!: string | null;

  @IsBoolean()
  shielded!: boolean;

  @IsOptional()
  @IsISO8601()
  endedAt!: string | null;

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => LookUnder)
  looks!: LookUnder[];

  @IsOptional()
  @IsString()
  words!: string | null;

  /** Neither the user nor in their line. */
  @IsBoolean()
  mayReview!: boolean;
}

export class ReviewsQuery extends PageQuery {
  @IsOptional()
  @IsIn(['OPEN', 'DONE'], { message: 'Choose open or done' })
  show?: 'OPEN' | 'DONE';
}

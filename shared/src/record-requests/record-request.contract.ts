import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  MaxLength,
  Min,
  MinLength,
  ValidateNested,
} from 'class-validator';
import {
  REQUEST_KINDS,
  type RequestKind,
  REQUEST_CAPACITIES,
  type RequestCapacity,
  CHILD_ANSWERS,
  type ChildAnswer,
  REFUSAL_GROUNDS,
  type RefusalGround,
  WITHHOLD_GROUNDS,
  type WithholdGround,
  LINE_DECISIONS,
  type LineDecision,
  SENT_WAYS,
  type SentWay,
} from './request-codes.js';
import { Trimmed } from '../shapes/index.js';

const DAY = /^\d{4}-\d{2}-\d{2}$/;
export class OpenRecordRequest {
  @Trimmed()
  @IsString({ message: 'Enter the reference of the case' })
  @Length(3, 40, { message: 'Enter the reference as it stands on the case' })
  ref!: string;

  /** Left out: the first child of the case. */
  @IsOptional()
  @IsUUID(undefined, { message: 'Choose the child again' })
  childId?: string;

  @IsIn(REQUEST_KINDS, { message: 'Say what is asked for' })
  kind!: RequestKind;

  @Trimmed()
  @IsString({ message: 'Enter who asks' })
  @Length(2, 200, { message: 'Enter who asks' })
  requester!: string;

  @IsIn(REQUEST_CAPACITIES, { message: 'Say in what capacity they ask' })
  capacity!: RequestCapacity;

  /** Whose rights are used: the asker, or whom a solicitor acts for. Nobody's for a court itself; may be chosen later. */
  @IsOptional()
  @IsUUID(undefined, { message: 'Choose whose right it is' })
  forPersonId?: string;

  @Matches(DAY, { message: 'Enter the day the request came' })
  receivedOn!: string;
}

export class IdentityProof {
  @Matches(DAY, { message: 'Enter the day identity was proven' })
  provenOn!: string;

  @Trimmed()
  @IsString({ message: 'Say how identity was proven' })
  @Length(5, 300, { message: 'Say how identity was proven' })
  how!: string;
}

export class Extension {
  @IsIn([1, 2], { message: 'Choose one month or two' })
  months!: number;

  @Trimmed()
  @IsString({ message: 'Say why more time is needed' })
  @Length(10, 1000, { message: 'Say why more time is needed, in at least 10 characters' })
  reason!: string;
}

export class ChildSaid {
  @IsIn(CHILD_ANSWERS, { message: 'Say what the child answered' })
  answer!: ChildAnswer;

  @Trimmed()
  @IsString({ message: 'Write how the child was asked' })
  @Length(10, 1000, { message: 'Write how the child was asked, in at least 10 characters' })
  words!: string;
}

/** One or more of the steps before a decision. */
export class ChangeRecordRequest {
  @IsInt({ message: 'Send the version you saw' })
  @Min(1)
  version!: number;

  @IsOptional()
  @IsUUID(undefined, { message: 'Choose whose right it is' })
  forPersonId?: string;

  @IsOptional()
  @ValidateNested()
  @Type(() => IdentityProof)
  identity?: IdentityProof;

  @IsOptional()
  @ValidateNested()
  @Type(() => Extension)
  extension?: Extension;

  @IsOptional()
  @ValidateNested()
  @Type(() => ChildSaid)
  childSaid?: ChildSaid;
}

export class DecideRecordRequest {
  @IsInt({ message: 'Send the version you saw' })
  @Min(1)
  version!: number;

  @IsIn(['GO_ON', 'REFUSE'], { message: 'Say whether a copy is made' })
  decision!: 'GO_ON' | 'REFUSE';

  @IsOptional()
  @IsIn(REFUSAL_GROUNDS, { message: 'Choose why it is refused' })
  ground?: RefusalGround;

  /** Stays inside: the answer to the asker says only what its ground lets it say. */
  @Trimmed()
  @IsString({ message: 'Write why' })
  @Length(10, 2000, { message: 'Write why, in at least 10 characters' })
  reason!: string;
}

/** What becomes of one line of the pack. Words are taken out, never put in. */
export class DecideLine {
  @IsInt({ message: 'Send the version you saw' })
  @Min(1)
  version!: number;

  @IsIn(LINE_DECISIONS, { message: 'Say whether it goes in' })
  decision!: LineDecision;

  @IsOptional()
  @IsIn(WITHHOLD_GROUNDS, { message: 'Choose the ground' })
  ground?: WithholdGround;

  /** The words taken out of a line that goes in partly, as they stand in it. */
  @IsOptional()
  @IsArray({ message: 'Name the words to take out' })
  @ArrayMaxSize(50, { message: 'Take out no more than 50 passages' })
  @IsString({ each: true, message: 'Name the words to take out' })
  @MinLength(2, { each: true, message: 'Name at least two letters' })
  @MaxLength(2000, { each: true, message: 'Name shorter passages' })
  passages?: string[];

  @IsOptional()
  @Trimmed()
  @IsString({ message: 'Write why' })
  @MaxLength(1000, { message: 'Keep the reason under 1,000 characters' })
  note?: string;
}

export class CheckRecordRequest {
  @IsInt({ message: 'Send the version you saw' })
  @Min(1)
  version!: number;
}

export class SendRecordRequest {
  @IsInt({ message: 'Send the version you saw' })
  @Min(1)
  version!: number;

  @IsIn(SENT_WAYS, { message: 'Say how it was sent' })
  how!: SentWay;

  @Trimmed()
  @IsString({ message: 'Enter the proof of sending' })
  @Length(3, 300, { message: 'Enter the proof of sending: a tracking number, a receipt, who signed' })
  proof!: string;
}

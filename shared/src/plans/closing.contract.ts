import { Type } from 'class-transformer';
import {
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsISO8601,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import {
  ACTION_STATUSES,
  CLOSURE_REASONS,
  FAMILY_AGREES_WITH_CLOSURE,
  OUTCOME_STATUSES,
} from '../codes/index.js';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

export class ClosedOutcome {
  @IsUUID()
  outcomeId!: string;

  @IsIn([...OUTCOME_STATUSES.codes], { message: 'Say how the hope turned out' })
  status!: string;
}

export class ClosedAction {
  @IsUUID()
  actionId!: string;

  @IsIn([...ACTION_STATUSES.codes], { message: 'Say how the action ended' })
  status!: string;

  @IsOptional()
  @IsString()
  @MaxLength(500)
  reason?: string;

  @IsOptional()
  @IsString()
  @MaxLength(200)
  transferredTo?: string;
}

export class Attempt {
  @Matches(DAY, { message: 'Enter the day of the attempt' })
  @IsISO8601({ strict: true }, { message: 'Enter the day of the attempt' })
  on!: string;

  @IsString({ message: 'Say how you tried: phone, visit, letter' })
  @MaxLength(60)
  method!: string;
}

/** The closing form (rule 4.4). What a reason needs beside it is asked by the reason's own guard (rule 4.5). */
export class CloseEpisode {
  @IsIn([...CLOSURE_REASONS.codes], { message: 'Choose the reason for closing' })
  reason!: string;

  @Matches(DAY, { message: 'Enter the closing date, e.g. 7 September 2026' })
  @IsISO8601({ strict: true }, { message: 'Enter the closing date, e.g. 7 September 2026' })
  closureDate!: string;

  @IsOptional()
  @IsIn([1, 2, 3, 4], { message: 'Choose the level of need, 1 to 4' })
  level?: number;

  @IsOptional()
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => ClosedOutcome)
  outcomes?: ClosedOutcome[];

  @IsOptional()
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => ClosedAction)
  actions?: ClosedAction[];

  @IsOptional()
  @IsString()
  @MaxLength(1000)
  ongoingSupport?: string;

  @IsOptional()
  @IsBoolean()
  serviceAccepted?: boolean;

  @IsOptional()
  @IsString()
  @MaxLength(1000)
  whoToContact?: string;

  @IsOptional()
  @IsIn([...FAMILY_AGREES_WITH_CLOSURE.codes], { message: 'Say whether the family agrees with closing' })
  familyAgrees?: string;

  @IsOptional()
  @IsString()
  @MaxLength(2000)
  familyAgreesText?: string;

  @IsOptional()
  @IsString()
  @MaxLength(2000)
  childComment?: string;

  @IsOptional()
  @IsString()
  @MaxLength(2000)
  parentComment?: string;

  @IsOptional()
  @IsString()
  @MaxLength(4000)
  summary?: string;

  @IsOptional()
  @IsString()
  @MaxLength(120)
  acceptanceId?: string;

  @IsOptional()
  @Matches(DAY, { message: 'Enter the date of acceptance' })
  acceptanceDate?: string;

  @IsOptional()
  @Matches(DAY, { message: 'Enter the date of the conference' })
  conferenceDate?: string;

  @IsOptional()
  @Matches(DAY, { message: 'Enter the date of placement' })
  placementDate?: string;

  @IsOptional()
  @IsString()
  @MaxLength(200)
  statutoryLead?: string;

  @IsOptional()
  @IsString()
  @MaxLength(2000)
  riskConsidered?: string;

  @IsOptional()
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => Attempt)
  attempts?: Attempt[];

  @IsOptional()
  @IsString()
  @MaxLength(200)
  receiver?: string;

  @IsOptional()
  @Matches(DAY, { message: 'Enter the date of receipt' })
  receiptDate?: string;

  @IsOptional()
  @IsBoolean()
  documentsListed?: boolean;

  @IsOptional()
  @IsBoolean()
  checksWithSchool?: boolean;

  @IsOptional()
  @IsBoolean()
  checksWithHealth?: boolean;

  @IsOptional()
  @IsBoolean()
  extendedTo25?: boolean;

  @IsOptional()
  @IsBoolean()
  adultRouteConsidered?: boolean;

  @IsOptional()
  @Matches(DAY, { message: 'Enter the date' })
  deathDate?: string;

  /** The child who died, in a record of several children. */
  @IsOptional()
  @IsUUID(undefined, { message: 'Choose the child who died' })
  deathOf?: string;
}

/** The second signature, or a no with its reason. */
export class DecideClosing {
  @IsInt({ message: 'Send the version you were looking at' })
  @Min(1)
  version!: number;

  @IsBoolean({ message: 'Say yes or no' })
  approve!: boolean;

  @IsOptional()
  @IsString()
  @MaxLength(1000)
  reason?: string;
}

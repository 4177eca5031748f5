import {
  IsIn,
  IsInt,
  IsISO8601,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  MaxLength,
  Min,
  MinLength,
} from 'class-validator';
import { ACTION_STATUSES, PRIORITIES } from '../codes/index.js';
import { PLAN_CATEGORIES, type PlanCategory } from './outcome.contract.js';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Who does what by when: one owner, a worker of the team or someone of the family. */
export class AddAction {
  @IsString({ message: 'Write what will be done' })
  @MinLength(3, { message: 'Write what will be done' })
  @MaxLength(500, { message: 'The action is too long: 500 characters at most' })
  text!: string;

  /** In a family record, whom it is for; the first child when left out. */
  @IsOptional()
  @IsUUID(undefined, { message: 'Choose a child of this record' })
  subjectId?: string;

  @IsOptional()
  @IsUUID(undefined, { message: 'Choose a hope of this plan' })
  outcomeId?: string;

  @IsOptional()
  @IsUUID(undefined, { message: 'Choose a worker of the team' })
  ownerUserId?: string;

  @IsOptional()
  @IsUUID(undefined, { message: 'Choose someone of the family' })
  ownerPersonId?: string;

  @Matches(DAY, { message: 'Enter the day by which it is done, e.g. 13 March 2026' })
  @IsISO8601({ strict: true }, { message: 'Enter the day by which it is done, e.g. 13 March 2026' })
  byWhen!: string;

  @IsOptional()
  @IsIn([...PRIORITIES.codes], { message: 'Choose the priority' })
  priority?: string;

  /** The meeting in which it was given out: an owner who was there has accepted it. */
  @IsOptional()
  @IsUUID()
  meetingId?: string;

  @IsOptional()
  @IsIn([...PLAN_CATEGORIES], { message: 'Choose the kind of information' })
  category?: PlanCategory;

  @IsOptional()
  @IsUUID(undefined, { message: 'Choose whom it is about' })
  aboutPersonId?: string;
}

export class ChangeAction {
  @IsInt({ message: 'Send the version you were looking at' })
  @Min(1)
  version!: number;

  @IsOptional()
  @IsString()
  @MinLength(3, { message: 'Write what will be done' })
  @MaxLength(500, { message: 'The action is too long: 500 characters at most' })
  text?: string;

  @IsOptional()
  @IsIn([...ACTION_STATUSES.codes], { message: 'Choose how the action stands' })
  status?: string;

  @IsOptional()
  @Matches(DAY, { message: 'Enter the day by which it is done, e.g. 13 March 2026' })
  @IsISO8601({ strict: true }, { message: 'Enter the day by which it is done, e.g. 13 March 2026' })
  byWhen?: string;

  @IsOptional()
  @Matches(DAY, { message: 'Enter the day it was done' })
  @IsISO8601({ strict: true }, { message: 'Enter the day it was done' })
  doneOn?: string;

  /** What happened. Needed, with the source, when you mark another service's action as done. */
  @IsOptional()
  @IsString()
  @MaxLength(2000, { message: 'The comment is too long: 2,000 characters at most' })
  comment?: string;

  @IsOptional()
  @IsString()
  @MaxLength(500, { message: 'The reason is too long: 500 characters at most' })
  reason?: string;

  @IsOptional()
  @IsString()
  @MaxLength(200, { message: 'The service is too long: 200 characters at most' })
  transferredTo?: string;

  @IsOptional()
  @IsIn([...PRIORITIES.codes], { message: 'Choose the priority' })
  priority?: string;

  @IsOptional()
  @IsUUID()
  meetingId?: string;
}

export class AddComment {
  @IsString({ message: 'Write what happened' })
  @MinLength(1, { message: 'Write what happened' })
  @MaxLength(2000, { message: 'The comment is too long: 2,000 characters at most' })
  text!: string;

  @IsOptional()
  @IsUUID()
  meetingId?: string;
}

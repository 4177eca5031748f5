import { IsBoolean, IsISO8601, IsOptional, IsString, IsUUID } from 'class-validator';
import { MaybeText } from '../shapes/index.js';
import { WorkerOnCase } from '../episodes/worker.view.js';

export class CaseChild {
  @IsUUID()
  id!: string;

  @IsString()
  name!: string;

  @IsString()
  chosenName!: string;

  @MaybeText()
  pronouns!: string | null;

  @MaybeText()
  dateOfBirth!: string | null;

  @MaybeText()
  dueDate!: string | null;

  /** "Year 5, Northway Primary" */
  @MaybeText()
  school!: string | null;

  @IsBoolean()
  stub!: boolean;

  /** Where this child's part alone stands: with social care, or over; null where the record stands (rule F5). */
  @MaybeText()
  part!: string | null;
}

/** Somebody on the team, as the page of the case shows them. */
export class CaseTeamMember extends WorkerOnCase {
  @IsBoolean()
  you!: boolean;

  /** The family's agreement names this person or their service for something. */
  @IsBoolean()
  inAgreement!: boolean;

  @IsOptional()
  @IsISO8601()
  from!: string | null;
}

export class CaseRelative {
  @IsUUID()
  id!: string;

  @IsUUID()
  childId!: string;

  @IsString()
  name!: string;

  @IsString()
  kind!: string;

  @IsString()
  hasPr!: string;

  @IsString()
  livesWith!: string;

  @MaybeText()
  phone!: string | null;

  @MaybeText()
  involvement!: string | null;

  @IsBoolean()
  gaveAgreement!: boolean;

  @IsBoolean()
  notAsked!: boolean;
}

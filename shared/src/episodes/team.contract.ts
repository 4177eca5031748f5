import { Type } from 'class-transformer';
import {
  IsArray,
  IsBoolean,
  IsDateString,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { LEAD_TYPES } from '../codes/index.js';

export class InviteToTeam {
  @IsUUID(undefined, { message: 'Choose the colleague' })
  userId!: string;

  @IsUUID(undefined, { message: 'Choose the service' })
  agencyId!: string;
}

export class TeamMemberView {
  @IsUUID()
  userId!: string;

  @IsString()
  name!: string;

  @IsOptional()
  @IsString()
  phone!: string | null;

  @IsUUID()
  agencyId!: string;

  @IsString()
  agency!: string;

  /** AUTHOR, LP or TACM */
  @IsString()
  kind!: string;

  /** Leads only until somebody accepts (rule 5.3). */
  @IsBoolean()
  interim!: boolean;

  @IsString()
  professionalRole!: string;

  @IsOptional()
  @IsString()
  jobTitle!: string | null;

  @IsDateString()
  since!: string;
}

export class NominationView {
  @IsUUID()
  id!: string;

  @IsUUID()
  episodeId!: string;

  @IsInt()
  version!: number;

  @IsString()
  status!: string;

  @IsUUID()
  nomineeId!: string;

  @IsString()
  nominee!: string;

  @IsString()
  agency!: string;

  @IsString()
  leadType!: string;

  @IsOptional()
  @IsString()
  familyPreference!: string | null;

  @IsOptional()
  @IsString()
  message!: string | null;

  @IsOptional()
  @IsString()
  declineReason!: string | null;

  @IsString()
  askedBy!: string;

  @IsDateString()
  askedAt!: string;

  /** The offer is to whoever is reading. */
  @IsBoolean()
  mine!: boolean;
}

export class OffersView {
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => NominationView)
  items!: NominationView[];
}

export class TeamView {
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => TeamMemberView)
  members!: TeamMemberView[];

  @IsOptional()
  @ValidateNested()
  @Type(() => NominationView)
  offer!: NominationView | null;

  /** Nobody leads. */
  @IsBoolean()
  leadVacant!: boolean;

  /** May change the team and nominate. */
  @IsBoolean()
  mayChange!: boolean;
}

export class NominateLead {
  @IsUUID(undefined, { message: 'Choose who is asked to lead' })
  userId!: string;

  @IsUUID(undefined, { message: 'Choose the service' })
  agencyId!: string;

  @IsOptional()
  @IsIn(LEAD_TYPES.codes)
  leadType?: string;

  @IsOptional()
  @IsString()
  @MaxLength(1000)
  familyPreference?: string;

  @IsOptional()
  @IsString()
  @MaxLength(2000)
  message?: string;
}

export class AnswerNomination {
  @IsIn(['ACCEPT', 'DECLINE', 'TAKE_BACK'], { message: 'Say yes or no' })
  answer!: 'ACCEPT' | 'DECLINE' | 'TAKE_BACK';

  @IsInt({ message: 'Send the version you saw' })
  version!: number;

  @IsOptional()
  @IsString()
  @MaxLength(1000)
  reason?: string;
}

import {
  IsBoolean,
  IsDateString,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  MaxLength,
} from 'class-validator';
import { MaybePart, MaybeText, Parts } from '../shapes/index.js';
import { LEAD_TYPES } from '../codes/index.js';
import { WorkerOnCase } from './worker.view.js';

export class InviteToTeam {
  @IsUUID(undefined, { message: 'Choose the colleague' })
  userId!: string;

  @IsUUID(undefined, { message: 'Choose the service' })
  agencyId!: string;
}

export class TeamMemberView extends WorkerOnCase {
  /** Leads only until somebody accepts (rule 5.3). */
  @IsBoolean()
  interim!: boolean;

  @IsString()
  professionalRole!: string;

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

  @MaybeText()
  familyPreference!: string | null;

  @MaybeText()
  message!: string | null;

  @MaybeText()
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
  @Parts(() => NominationView)
  items!: NominationView[];
}

/** Somebody who led, or was asked to and did not. */
export class LeadHistoryLine {
  @IsIn(['LED', 'DECLINED', 'TAKEN_BACK'])
  kind!: 'LED' | 'DECLINED' | 'TAKEN_BACK';

  @IsString()
  name!: string;

  @IsString()
  agency!: string;

  @IsString()
  leadType!: string;

  @IsBoolean()
  interim!: boolean;

  @IsDateString()
  from!: string;

  /** Empty while they lead. */
  @IsOptional()
  @IsDateString()
  until!: string | null;

  /** How it ended, where that says more than the date. */
  @IsOptional()
  @IsIn(['HANDED_OVER', 'LEFT'])
  how!: 'HANDED_OVER' | 'LEFT' | null;

  /** Why somebody said no. */
  @MaybeText()
  reason!: string | null;
}

export class TeamView {
  @Parts(() => TeamMemberView)
  members!: TeamMemberView[];

  @MaybePart(() => NominationView)
  offer!: NominationView | null;

  /** Nobody leads. */
  @IsBoolean()
  leadVacant!: boolean;

  /** May change the team. */
  @IsBoolean()
  mayChange!: boolean;

  /** May ask somebody to lead, and take that question back: whoever leads, and others where nobody does. */
  @IsBoolean()
  mayAsk!: boolean;

  /** Latest first. */
  @Parts(() => LeadHistoryLine)
  history!: LeadHistoryLine[];
}

export class NominateLead {
  @IsUUID(undefined, { message: 'Choose who is asked to lead' })
  userId!: string;

  @IsUUID(undefined, { message: 'Choose the service' })
  agencyId!: string;

  @IsOptional()
  @IsIn(LEAD_TYPES.codes)
  leadType?: string;

  @MaybeText()
  @MaxLength(1000)
  familyPreference?: string;

  @MaybeText()
  @MaxLength(2000)
  message?: string;
}

export class AnswerNomination {
  @IsIn(['ACCEPT', 'DECLINE', 'TAKE_BACK'], { message: 'Say yes or no' })
  answer!: 'ACCEPT' | 'DECLINE' | 'TAKE_BACK';

  @IsInt({ message: 'Send the version you saw' })
  version!: number;

  @MaybeText()
  @MaxLength(1000)
  reason?: string;
}

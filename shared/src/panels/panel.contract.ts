import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import {
  OFF_AGENDA_REASONS,
  PANEL_ATTENDANCE,
  type OffAgendaReason,
  type PanelAttendance,
} from './agenda.js';
import { Trimmed } from '../shapes/index.js';

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;
/** A day on which the panel sits: kept by the CAF team. */
export class SetPanelDay {
  @IsUUID(undefined, { message: 'Choose the panel' })
  panelId!: string;

  @Matches(DAY, { message: 'Enter the day, e.g. 13 March 2026' })
  onDay!: string;

  @Matches(TIME, { message: 'Enter when it begins, e.g. 09:30' })
  startsAt!: string;

  @Trimmed()
  @IsString({ message: 'Enter where it is held' })
  @Length(2, 200, { message: 'Enter where it is held' })
  place!: string;

  @IsUUID(undefined, { message: 'Choose who chairs' })
  chairId!: string;

  @IsArray({ message: 'Choose who sits on it' })
  @ArrayMinSize(1, { message: 'Choose who sits on it' })
  @ArrayMaxSize(30, { message: 'A panel has 30 members at most' })
  @IsUUID(undefined, { each: true, message: 'Choose the members from the list' })
  memberIds!: string[];
}

export class ChangePanelDay extends SetPanelDay {
  @IsInt({ message: 'Send the version you were looking at' })
  @Min(1)
  version!: number;
}

/** A case brought to the panel: what it is asked, on which day, and whether names stay out. */
export class BringToPanel {
  @IsInt({ message: 'Send the version of the case you were looking at' })
  @Min(1)
  version!: number;

  @IsUUID(undefined, { message: 'Choose the day' })
  dayId!: string;

  @Trimmed()
  @IsString({ message: 'Write what the panel is asked' })
  @Length(3, 4000, { message: 'Write what the panel is asked, in 4,000 characters at most' })
  question!: string;

  @IsBoolean({ message: 'Say whether names stay out' })
  withoutNames!: boolean;

  /** Only where names stay out: what the members read instead of the pack. */
  @IsOptional()
  @Trimmed()
  @IsString()
  @MaxLength(4000, { message: 'Keep it under 4,000 characters' })
  summary?: string;

  @IsInt({ message: 'Enter how many minutes it needs' })
  @Min(5, { message: 'A case needs 5 minutes at least' })
  @Max(120, { message: 'A case may have 120 minutes at most' })
  minutes!: number;
}

export class ChangePanelItem {
  @IsInt({ message: 'Send the version you were looking at' })
  @Min(1)
  version!: number;

  /** Its place in the order, from 1. */
  @IsInt({ message: 'Enter its place in the order' })
  @Min(1, { message: 'The first place is 1' })
  @Max(500, { message: 'Enter its place in the order' })
  position!: number;

  @IsInt({ message: 'Enter how many minutes it needs' })
  @Min(5, { message: 'A case needs 5 minutes at least' })
  @Max(120, { message: 'A case may have 120 minutes at most' })
  minutes!: number;
}

export class TakeOffAgenda {
  @IsInt({ message: 'Send the version you were looking at' })
  @Min(1)
  version!: number;

  @IsIn([...OFF_AGENDA_REASONS], { message: 'Say why it comes off the agenda' })
  reason!: OffAgendaReason;
}

export class PanelMemberCame {
  @IsUUID(undefined, { message: 'Choose a member of this day' })
  userId!: string;

  @IsIn([...PANEL_ATTENDANCE], { message: 'Say whether they came' })
  attendance!: PanelAttendance;
}

export class RecordPanelAttendance {
  @IsArray({ message: 'Say who came' })
  @ArrayMinSize(1, { message: 'Say who came' })
  @ArrayMaxSize(30)
  @ValidateNested({ each: true })
  @Type(() => PanelMemberCame)
  members!: PanelMemberCame[];
}

/** Something the panel asks of a colleague who works with the family. */
export class PanelAction {
  @Trimmed()
  @IsString({ message: 'Write what will be done' })
  @Length(3, 500, { message: 'Write what will be done, in 500 characters at most' })
  text!: string;

  @IsUUID(undefined, { message: 'Choose who does it' })
  ownerUserId!: string;

  @Matches(DAY, { message: 'Enter the day by which it is done, e.g. 13 March 2026' })
  byWhen!: string;
}

export class DecidePanelItem {
  @IsInt({ message: 'Send the version you were looking at' })
  @Min(1)
  version!: number;

  @Trimmed()
  @IsString({ message: 'Write what the panel decided' })
  @Length(3, 4000, { message: 'Write what the panel decided, in 4,000 characters at most' })
  decision!: string;

  @IsOptional()
  @Trimmed()
  @IsString()
  @MaxLength(2000, { message: 'Keep the resources under 2,000 characters' })
  resources?: string;

  @Trimmed()
  @IsString({ message: 'Name who sees to it' })
  @Length(2, 200, { message: 'Name who sees to it' })
  owner!: string;

  @Matches(DAY, { message: 'Enter the day by which it is seen to, e.g. 13 March 2026' })
  dueOn!: string;

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(10, { message: 'Ten actions at most' })
  @ValidateNested({ each: true })
  @Type(() => PanelAction)
  actions?: PanelAction[];
}

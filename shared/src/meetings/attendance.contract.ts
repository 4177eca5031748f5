import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
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
import { ATTENDANCE_CODES } from '../codes/index.js';

/** How one invitee took part. */
export class AttendanceEntry {
  @IsUUID(undefined, { message: 'Say whose attendance this is' })
  invitationId!: string;

  @IsIn([...ATTENDANCE_CODES.codes], { message: 'Choose how they took part' })
  code!: string;

  @IsOptional()
  @IsString()
  @MaxLength(300, { message: 'The reason is too long: 300 characters at most' })
  reason?: string | null;

  @IsOptional()
  @IsString()
  @MaxLength(120, { message: 'The deputy’s name is too long: 120 characters at most' })
  deputyName?: string | null;

  @IsOptional()
  @Matches(/^\d{4}-\d{2}-\d{2}$/, { message: 'Enter the day the report came' })
  @IsISO8601({ strict: true }, { message: 'Enter the day the report came' })
  reportReceivedOn?: string | null;

  /** The version of the invitation looked at; when sent, a later one is a conflict. */
  @IsOptional()
  @IsInt()
  @Min(1)
  version?: number;
}

/** Everyone's attendance in one save. Who is left out keeps what is stored. */
export class RecordAttendance {
  @IsInt({ message: 'Send the version of the meeting you were looking at' })
  @Min(1)
  version!: number;

  @IsArray({ message: 'Say who took part and how' })
  @ArrayMinSize(1, { message: 'Say how at least one person took part' })
  @ArrayMaxSize(60)
  @ValidateNested({ each: true })
  @Type(() => AttendanceEntry)
  entries!: AttendanceEntry[];
}

export class StoredAttendance {
  @IsUUID()
  invitationId!: string;

  @IsOptional()
  @IsString()
  code!: string | null;

  @IsOptional()
  @IsString()
  reason!: string | null;

  @IsOptional()
  @IsString()
  deputyName!: string | null;

  @IsOptional()
  @IsString()
  reportReceivedOn!: string | null;

  @IsInt()
  version!: number;
}

/** What the save changed; the whole of what is stored is in `data.stored` of a conflict. */
export class AttendanceSaved {
  @IsUUID()
  meetingId!: string;

  @IsInt()
  version!: number;

  @IsISO8601()
  savedAt!: string;

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => StoredAttendance)
  entries!: StoredAttendance[];
}

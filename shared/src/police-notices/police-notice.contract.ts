import { Type } from 'class-transformer';
import {
  IsArray,
  IsBoolean,
  IsInt,
  IsISO8601,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  Min,
  ValidateNested,
} from 'class-validator';
import { Trimmed } from '../shapes/index.js';

const DAY = /^\d{4}-\d{2}-\d{2}$/;
/** A child was there when police were called to violence at home. Where it goes is found by the program. */
export class SendPoliceNotice {
  @Trimmed()
  @IsString({ message: 'Enter the child’s first names' })
  @Length(1, 100, { message: 'Enter the child’s first names, 100 characters at most' })
  givenNames!: string;

  @Trimmed()
  @IsString({ message: 'Enter the child’s family name' })
  @Length(1, 100, { message: 'Enter the child’s family name, 100 characters at most' })
  familyName!: string;

  @Matches(DAY, { message: 'Enter the child’s date of birth' })
  dateOfBirth!: string;

  @Matches(DAY, { message: 'Enter the day it happened' })
  incidentOn!: string;

  @Trimmed()
  @IsString({ message: 'Write what the school must know' })
  @Length(10, 2000, { message: 'Write what the school must know, in 10 to 2,000 characters' })
  facts!: string;
}

/** The same whoever the child is: that it will be brought to whoever can look after the child at school. */
export class PoliceNoticeSentView {
  @IsUUID()
  id!: string;

  /** Before the beginning of this school day. */
  @IsString()
  beforeOn!: string;
}

export class SeePoliceNotice {
  @IsInt({ message: 'Send the version you saw' })
  @Min(1)
  version!: number;

  @Trimmed()
  @IsString({ message: 'Write what you did, or will do today' })
  @Length(10, 2000, { message: 'Write what you did, or will do today, in 10 to 2,000 characters' })
  done!: string;
}

export class PoliceNoticeView {
  @IsUUID()
  id!: string;

  /** Of what the reader did; null for the sender, who learns nothing of where it went. */
  @IsOptional()
  @IsInt()
  version!: number | null;

  @IsBoolean()
  mine!: boolean;

  @IsString()
  givenNames!: string;

  @IsString()
  familyName!: string;

  @IsString()
  dateOfBirth!: string;

  @IsString()
  incidentOn!: string;

  @IsString()
  facts!: string;

  @IsString()
  beforeOn!: string;

  @IsISO8601()
  sentAt!: string;

  @IsOptional()
  @IsString()
  sentBy!: string | null;

  @IsOptional()
  @IsString()
  service!: string | null;

  @IsOptional()
  @IsISO8601()
  seenAt!: string | null;

  @IsOptional()
  @IsString()
  done!: string | null;
}

export class PoliceNoticesPage {
  /** Whether this reader's service sends such notices. */
  @IsBoolean()
  maySend!: boolean;

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => PoliceNoticeView)
  items!: PoliceNoticeView[];

  @IsOptional()
  @IsString()
  next!: string | null;
}

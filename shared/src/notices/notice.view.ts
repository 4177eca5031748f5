import { ArrayMaxSize, IsArray, IsBoolean, IsIn, IsInt, IsISO8601, IsString, IsUUID } from 'class-validator';
import { MaybeText, Parts } from '../shapes/index.js';
import { MAIL_CHOICES, NOTICE_KINDS, type MailChoice, type NoticeKind } from './topics.js';

/** One thing the reader was told of, as far as they may still know it. */
export class NoticeView {
  @IsUUID()
  id!: string;

  @IsString()
  topic!: string;

  @IsString()
  path!: string;

  /** The case's reference; null where the notice names no case. */
  @MaybeText()
  ref!: string | null;

  @IsISO8601()
  at!: string;

  @IsBoolean()
  read!: boolean;
}

export class NoticeList {
  @Parts(() => NoticeView)
  items!: NoticeView[];

  /** Of those listed. */
  @IsInt()
  unread!: number;
}

/** Which notices were read; all that are listed when left empty. */
export class ReadNotices {
  @IsArray({ message: 'Say which notices were read' })
  @ArrayMaxSize(200)
  @IsUUID(undefined, { each: true, message: 'Choose notices of the list' })
  ids!: string[];
}

export class NoticeChoice {
  @IsIn([...NOTICE_KINDS], { message: 'Choose what the mail is about' })
  kind!: NoticeKind;

  @IsIn([...MAIL_CHOICES], { message: 'Choose each as it comes, once a day, or none' })
  mail!: MailChoice;
}

export class NoticeChoices {
  @Parts(() => NoticeChoice)
  items!: NoticeChoice[];
}

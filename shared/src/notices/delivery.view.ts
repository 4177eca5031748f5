import { IsBoolean, IsInt, IsISO8601, IsOptional, IsString, Matches } from 'class-validator';
import { MaybeText, Parts } from '../shapes/index.js';

/** How many entries of one topic wait, and since when. No recipient and no case is in it. */
export class WaitingDelivery {
  @IsString()
  topic!: string;

  /** No part of the program takes this topic. */
  @IsBoolean()
  unknown!: boolean;

  @IsInt()
  waiting!: number;

  /** Tried as often as is tried by itself. */
  @IsInt()
  stuck!: number;

  @IsISO8601()
  oldest!: string;

  /** A code such as `ECONNREFUSED` or `550`. */
  @MaybeText()
  lastProblem!: string | null;

  @IsOptional()
  @IsISO8601()
  nextTryAt!: string | null;
}

export class DeliveriesView {
  @Parts(() => WaitingDelivery)
  items!: WaitingDelivery[];

  /** Mail goes to a server; otherwise what would have been sent is kept (demo) or there is none. */
  @IsString()
  mail!: 'SERVER' | 'DEMO' | 'NONE';
}

export class RetryDeliveries {
  @Matches(/^[a-z]+\.[a-z-]+$/, { message: 'Choose one of the topics listed' })
  topic!: string;
}

/** A mail the demo would have sent to the reader. */
export class DemoMailView {
  @IsString()
  messageId!: string;

  @IsString()
  address!: string;

  @IsString()
  subject!: string;

  @IsString()
  body!: string;

  /** The calendar file, where one went along. */
  @MaybeText()
  calendar!: string | null;

  @IsISO8601()
  sentAt!: string;
}

export class DemoMailList {
  @Parts(() => DemoMailView)
  items!: DemoMailView[];

  @MaybeText()
  next!: string | null;
}

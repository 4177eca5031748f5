import { IsBoolean, IsISO8601, IsOptional, IsString } from 'class-validator';

/** Whether the reader's calendar address is in use. The address itself is shown once, when it is made. */
export class CalendarFeedView {
  @IsBoolean()
  active!: boolean;

  @IsOptional()
  @IsISO8601()
  madeAt!: string | null;
}

/** The address, shown this once. */
export class CalendarFeedMade {
  @IsString()
  address!: string;
}

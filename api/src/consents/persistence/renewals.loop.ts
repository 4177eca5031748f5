import { Injectable } from '@nestjs/common';
import { HourlyLoop } from '#api/platform/database/hourly-loop.js';

/** Whoever leads is told of agreement that lapses: 30 and 7 days before, once each, whichever replica looks. */
@Injectable()
export class RenewalsLoop extends HourlyLoop {
  protected readonly name = 'renewals';
  protected readonly statement = 'select sec.prompt_renewals() as done';
}

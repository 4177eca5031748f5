import { Injectable } from '@nestjs/common';
import { DEFAULT_TIMESCALES } from '@encircle/shared/lifecycle';
import { HourlyLoop } from '#api/platform/database/hourly-loop.js';

/** A police notice nobody has read is brought to whoever manages its readers, once. */
@Injectable()
export class UnreadNoticesLoop extends HourlyLoop {
  protected readonly name = 'unread police notices';
  protected readonly statement = `select sec.pass_on_unread_notices(${DEFAULT_TIMESCALES['police-notice.read.wd']}) as done`;
}

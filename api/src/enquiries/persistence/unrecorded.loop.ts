import { Injectable } from '@nestjs/common';
import { DEFAULT_TIMESCALES } from '@encircle/shared/lifecycle';
import { HourlyLoop } from '#api/platform/database/hourly-loop.js';

/** Requests for support and police notices no record ever came of are destroyed after their time, unless they are held. */
@Injectable()
export class UnrecordedLoop extends HourlyLoop {
  protected readonly name = 'front door';
  protected readonly statement = `select sec.destroy_unrecorded(${DEFAULT_TIMESCALES['enquiry.keep.months']}) as done`;
}

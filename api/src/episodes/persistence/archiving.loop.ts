import { Injectable } from '@nestjs/common';
import { HourlyLoop } from '#api/platform/database/hourly-loop.js';

/** What was closed long enough ago goes to the archive (T38). One replica at a time. */
@Injectable()
export class ArchivingLoop extends HourlyLoop {
  protected readonly name = 'archive';
  protected readonly statement = 'select sec.archive_due() as done';
}

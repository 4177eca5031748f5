import { DEFAULT_TIMESCALES } from '@encircle/shared/lifecycle';

/** Last day on which whoever wrote it may mend it, by the setting of the day it was written; null for everybody else. */
export const mendUntil = (mine: string, writtenAt: string): string => `
  case when ${mine} then
    ((${writtenAt} at time zone 'Europe/London')::date
      + coalesce((sec.timescales_at(${writtenAt}) ->> 'repair.days')::int, ${DEFAULT_TIMESCALES['repair.days']}))::text end`;

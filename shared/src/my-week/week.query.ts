import { IsIn, IsOptional } from 'class-validator';
import { PageQuery } from '../paging/index.js';
import { WEEK_FILTERS, type WeekFilter } from './kinds.js';

export class WeekQuery extends PageQuery {
  @IsOptional()
  @IsIn([...WEEK_FILTERS], { message: 'Choose everything, actions, meetings, agreements or offers' })
  show?: WeekFilter;
}

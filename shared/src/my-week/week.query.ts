import { IsIn, IsOptional } from 'class-validator';
import { PageQuery } from '../paging/index.js';

export const WEEK_FILTERS = ['ALL', 'ACTIONS', 'MEETINGS', 'AGREEMENTS', 'OFFERS'] as const;
export type WeekFilter = (typeof WEEK_FILTERS)[number];

export class WeekQuery extends PageQuery {
  @IsOptional()
  @IsIn([...WEEK_FILTERS], { message: 'Choose everything, actions, meetings, agreements or offers' })
  show?: WeekFilter;
}

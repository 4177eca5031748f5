import { ValidateNested } from 'class-validator';
import { Type } from 'class-transformer';
import { MeetingView } from '../meetings/index.js';
import { PlanView } from '../plans/index.js';
import { MaybePart } from '../shapes/index.js';

/**
 * What may stand on the wall while these people are here: the meeting and its plan as everybody present may read them,
 * whoever opened it included. Made like the meeting and the plan themselves, and with nothing that says there is more.
 */
export class RoomView {
  @ValidateNested()
  @Type(() => MeetingView)
  meeting!: MeetingView;

  /** Null when somebody here may not read plans, as when there is none. */
  @MaybePart(() => PlanView)
  plan!: PlanView | null;
}

import { Matches } from 'class-validator';
import { Repair } from '../recording/index.js';

/** A meeting that was held on another day than it says (E10). */
export class RepairMeeting extends Repair {
  @Matches(/^\d{4}-\d\d-\d\d$/, { message: 'Enter the day it was held' })
  heldOn!: string;
}

import { Column, Entity, ForeignKey } from 'typeorm';
import { LabelledRow } from '#api/platform/database/base-rows.js';

/** Where it is held; locating. */
@Entity({ schema: 'app', name: 'meeting_place' })
export class MeetingPlaceEntity extends LabelledRow {
  @Column({ name: 'meeting_id', type: 'uuid' })
  @ForeignKey('MeetingEntity')
  meetingId!: string;

  @Column({ type: 'text' })
  place!: string;
}

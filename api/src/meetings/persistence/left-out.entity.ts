import { Column, Entity, ForeignKey } from 'typeorm';
import { LabelledRow } from '#api/platform/database/base-rows.js';

/** Somebody of the family who is not asked to a meeting. */
@Entity({ schema: 'app', name: 'left_out' })
export class LeftOutEntity extends LabelledRow {
  @Column({ name: 'meeting_id', type: 'uuid' })
  @ForeignKey('MeetingEntity')
  meetingId!: string;

  @Column({ name: 'person_id', type: 'uuid' })
  @ForeignKey('PersonEntity')
  personId!: string;

  @Column({ type: 'text' })
  code!: string;

  @Column({ type: 'text' })
  reason!: string;

  @Column({ name: 'undone_at', type: 'timestamptz', nullable: true })
  undoneAt!: Date | null;
}

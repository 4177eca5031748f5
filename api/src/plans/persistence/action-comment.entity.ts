import { Column, Entity, ForeignKey } from 'typeorm';
import { LabelledRow } from '#api/platform/database/base-rows.js';

/** Progress on an action, attributed. */
@Entity({ schema: 'app', name: 'action_comment' })
export class ActionCommentEntity extends LabelledRow {
  @Column({ name: 'action_id', type: 'uuid' })
  @ForeignKey('ActionEntity')
  actionId!: string;

  @Column({ name: 'meeting_id', type: 'uuid', nullable: true })
  @ForeignKey('MeetingEntity')
  meetingId!: string | null;

  @Column({ type: 'text' })
  text!: string;

  @Column({ name: 'status_set', type: 'text', nullable: true })
  statusSet!: string | null;
}

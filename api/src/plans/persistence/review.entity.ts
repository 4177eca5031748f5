import { Column, Entity, ForeignKey } from 'typeorm';
import { LabelledRow } from '#api/platform/database/base-rows.js';

/** The record of a review. */
@Entity({ schema: 'app', name: 'review' })
export class ReviewEntity extends LabelledRow {
  @Column({ name: 'meeting_id', type: 'uuid', nullable: true })
  @ForeignKey('MeetingEntity')
  meetingId!: string | null;

  @Column({ name: 'review_no', type: 'integer' })
  reviewNo!: number;

  @Column({ name: 'due_on', type: 'date' })
  dueOn!: string;

  @Column({ name: 'held_on', type: 'date' })
  heldOn!: string;

  @Column({ type: 'smallint' })
  level!: number;

  @Column({ name: 'what_next', type: 'text' })
  whatNext!: string;

  @Column({ name: 'next_due_on', type: 'date', nullable: true })
  nextDueOn!: string | null;

  @Column({ name: 'child_comment', type: 'text', nullable: true })
  childComment!: string | null;

  @Column({ name: 'parent_comment', type: 'text', nullable: true })
  parentComment!: string | null;
}

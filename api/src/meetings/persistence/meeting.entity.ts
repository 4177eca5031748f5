import { Column, Entity, ForeignKey } from 'typeorm';
import { LabelledRow } from '#api/platform/database/base-rows.js';

/** A team meeting. */
@Entity({ schema: 'app', name: 'meeting' })
export class MeetingEntity extends LabelledRow {
  @Column({ type: 'text' })
  type!: string;

  @Column({ type: 'text' })
  status!: string;

  @Column({ name: 'planned_at', type: 'timestamptz' })
  plannedAt!: Date;

  @Column({ name: 'duration_minutes', type: 'integer' })
  durationMinutes!: number;

  @Column({ type: 'text' })
  mode!: string;

  @Column({ name: 'held_at', type: 'timestamptz', nullable: true })
  heldAt!: Date | null;

  @Column({ name: 'held_recorded_at', type: 'timestamptz', nullable: true })
  heldRecordedAt!: Date | null;

  @Column({ name: 'held_recorded_by', type: 'uuid', nullable: true })
  @ForeignKey('AppUserEntity')
  heldRecordedBy!: string | null;

  @Column({ name: 'review_no', type: 'integer', nullable: true })
  reviewNo!: number | null;

  @Column({ name: 'due_on', type: 'date', nullable: true })
  dueOn!: string | null;

  @Column({ name: 'chair_id', type: 'uuid', nullable: true })
  @ForeignKey('AppUserEntity')
  chairId!: string | null;

  @Column({ name: 'minute_taker_id', type: 'uuid', nullable: true })
  @ForeignKey('AppUserEntity')
  minuteTakerId!: string | null;

  @Column({ name: 'status_reason', type: 'text', nullable: true })
  statusReason!: string | null;

  @Column({ name: 'consent_checked', type: 'boolean', nullable: true })
  consentChecked!: boolean | null;

  @Column({ name: 'child_participation', type: 'text', nullable: true })
  childParticipation!: string | null;

  @Column({ name: 'parent_participation', type: 'text', nullable: true })
  parentParticipation!: string | null;

  @Column({ name: 'level_agreed', type: 'smallint', nullable: true })
  levelAgreed!: number | null;

  @Column({ name: 'minutes_status', type: 'text' })
  minutesStatus!: string;

  @Column({ name: 'minutes_sent_on', type: 'date', nullable: true })
  minutesSentOn!: string | null;

  @Column({ name: 'next_meeting_id', type: 'uuid', nullable: true })
  @ForeignKey('MeetingEntity')
  nextMeetingId!: string | null;

  @Column({ name: 'no_next_reason', type: 'text', nullable: true })
  noNextReason!: string | null;

  @Column({ name: 'moved_from_id', type: 'uuid', nullable: true })
  @ForeignKey('MeetingEntity')
  movedFromId!: string | null;

  @Column({ name: 'asked_by', type: 'text', nullable: true })
  askedBy!: string | null;
}

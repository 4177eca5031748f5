import { Column, Entity, ForeignKey } from 'typeorm';
import { LabelledRow } from '#api/platform/database/base-rows.js';

/** One person asked to one meeting, their answer and whether they took part. */
@Entity({ schema: 'app', name: 'invitation' })
export class InvitationEntity extends LabelledRow {
  @Column({ name: 'meeting_id', type: 'uuid' })
  @ForeignKey('MeetingEntity')
  meetingId!: string;

  @Column({ name: 'user_id', type: 'uuid', nullable: true })
  @ForeignKey('AppUserEntity')
  userId!: string | null;

  @Column({ name: 'person_id', type: 'uuid', nullable: true })
  @ForeignKey('PersonEntity')
  personId!: string | null;

  @Column({ name: 'guest_name', type: 'text', nullable: true })
  guestName!: string | null;

  @Column({ name: 'agency_id', type: 'uuid', nullable: true })
  @ForeignKey('AgencyEntity')
  agencyId!: string | null;

  @Column({ name: 'professional_role', type: 'text', nullable: true })
  professionalRole!: string | null;

  @Column({ name: 'is_family', type: 'boolean' })
  isFamily!: boolean;

  @Column({ type: 'boolean' })
  required!: boolean;

  @Column({ type: 'text', nullable: true })
  reason!: string | null;

  @Column({ name: 'invited_on', type: 'date' })
  invitedOn!: string;

  @Column({ type: 'text' })
  rsvp!: string;

  @Column({ name: 'rsvp_note', type: 'text', nullable: true })
  rsvpNote!: string | null;

  @Column({ type: 'text', nullable: true })
  attendance!: string | null;

  @Column({ name: 'attendance_reason', type: 'text', nullable: true })
  attendanceReason!: string | null;

  @Column({ name: 'deputy_name', type: 'text', nullable: true })
  deputyName!: string | null;

  @Column({ name: 'report_due_on', type: 'date', nullable: true })
  reportDueOn!: string | null;

  @Column({ name: 'report_received_on', type: 'date', nullable: true })
  reportReceivedOn!: string | null;

  @Column({ name: 'short_notice', type: 'boolean' })
  shortNotice!: boolean;
}

import { Column, Entity, ForeignKey } from 'typeorm';
import { LabelledRow } from '#api/platform/database/base-rows.js';

/** What somebody sent instead of coming. */
@Entity({ schema: 'app', name: 'meeting_report' })
export class MeetingReportEntity extends LabelledRow {
  @Column({ name: 'meeting_id', type: 'uuid' })
  @ForeignKey('MeetingEntity')
  meetingId!: string;

  @Column({ name: 'invitation_id', type: 'uuid' })
  @ForeignKey('InvitationEntity')
  invitationId!: string;

  @Column({ name: 'going_well', type: 'text', nullable: true })
  goingWell!: string | null;

  @Column({ type: 'text', nullable: true })
  worries!: string | null;

  @Column({ name: 'next_steps', type: 'text', nullable: true })
  nextSteps!: string | null;

  @Column({ name: 'received_on', type: 'date' })
  receivedOn!: string;
}

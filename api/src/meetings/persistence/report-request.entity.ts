import { Column, Entity, ForeignKey } from 'typeorm';
import { LabelledRow } from '#api/platform/database/base-rows.js';

/** One invitee asked by a link of their own: for a written report, or whether they come. */
@Entity({ schema: 'app', name: 'report_request' })
export class ReportRequestEntity extends LabelledRow {
  @Column({ name: 'meeting_id', type: 'uuid' })
  @ForeignKey('MeetingEntity')
  meetingId!: string;

  @Column({ name: 'invitation_id', type: 'uuid' })
  @ForeignKey('InvitationEntity')
  invitationId!: string;

  /** REPORT asks for a written report, ANSWER whether they come. */
  @Column({ type: 'text' })
  kind!: string;

  @Column({ type: 'text' })
  address!: string;

  @Column({ name: 'due_on', type: 'date' })
  dueOn!: string;

  @Column({ name: 'expires_on', type: 'date' })
  expiresOn!: string;

  @Column({ type: 'text' })
  status!: string;

  /** SHA-256 of the link's secret, which is not stored. */
  @Column({ name: 'token_hash', type: 'bytea' })
  tokenHash!: Buffer;

  @Column({ name: 'sent_at', type: 'timestamptz', nullable: true })
  sentAt!: Date | null;
}

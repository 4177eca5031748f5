import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** A mail the demo would have sent. */
@Entity({ schema: 'app', name: 'demo_mail' })
export class DemoMailEntity {
  @PrimaryColumn({ name: 'message_id', type: 'text' })
  messageId!: string;

  @Column({ name: 'recipient_id', type: 'uuid' })
  @ForeignKey('AppUserEntity')
  recipientId!: string;

  @Column({ type: 'text' })
  address!: string;

  @Column({ type: 'text' })
  subject!: string;

  @Column({ type: 'text' })
  body!: string;

  @Column({ type: 'text', nullable: true })
  calendar!: string | null;

  @Column({ name: 'sent_at', type: 'timestamptz' })
  sentAt!: Date;
}

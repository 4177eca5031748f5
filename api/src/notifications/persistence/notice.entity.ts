import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** One thing one person was told of; made with its entry of the outbox, in the same transaction. */
@Entity({ schema: 'app', name: 'notice' })
export class NoticeEntity {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'recipient_id', type: 'uuid' })
  @ForeignKey('AppUserEntity')
  recipientId!: string;

  @Column({ type: 'text' })
  topic!: string;

  @Column({ name: 'episode_id', type: 'uuid', nullable: true })
  @ForeignKey('EpisodeEntity')
  episodeId!: string | null;

  @Column({ type: 'jsonb' })
  payload!: Record<string, unknown>;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;

  @Column({ name: 'read_at', type: 'timestamptz', nullable: true })
  readAt!: Date | null;
}

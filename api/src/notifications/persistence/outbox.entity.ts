import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** An event or mail still to go out. */
@Entity({ schema: 'app', name: 'outbox' })
export class OutboxEntity {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'text' })
  topic!: string;

  @Column({ name: 'episode_id', type: 'uuid', nullable: true })
  @ForeignKey('EpisodeEntity')
  episodeId!: string | null;

  @Column({ name: 'recipient_id', type: 'uuid', nullable: true })
  @ForeignKey('AppUserEntity')
  recipientId!: string | null;

  @Column({ type: 'jsonb' })
  payload!: Record<string, unknown>;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;

  @Column({ name: 'done_at', type: 'timestamptz', nullable: true })
  doneAt!: Date | null;

  @Column({ type: 'integer' })
  tries!: number;

  @Column({ name: 'next_try_at', type: 'timestamptz' })
  nextTryAt!: Date;

  /** Proves which worker holds it. */
  @Column({ type: 'uuid', nullable: true })
  claim!: string | null;

  @Column({ name: 'claimed_until', type: 'timestamptz', nullable: true })
  claimedUntil!: Date | null;

  @Column({ type: 'text', nullable: true })
  outcome!: string | null;

  /** Code of what went wrong at the last try. */
  @Column({ type: 'text', nullable: true })
  problem!: string | null;

  @Column({ name: 'dedup_key', type: 'text', nullable: true })
  dedupKey!: string | null;

  /** The daily mail it was counted in. */
  @Column({ name: 'digest_id', type: 'uuid', nullable: true })
  @ForeignKey('OutboxEntity')
  digestId!: string | null;
}

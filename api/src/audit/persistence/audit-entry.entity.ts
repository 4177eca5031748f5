import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One line of the log. */
@Entity({ schema: 'audit', name: 'entry' })
export class AuditEntryEntity {
  @PrimaryColumn({ type: 'bigint' })
  id!: number;

  @Column({ type: 'timestamptz' })
  at!: Date;

  @Column({ name: 'actor_id', type: 'uuid', nullable: true })
  actorId!: string | null;

  @Column({ name: 'agency_id', type: 'uuid', nullable: true })
  agencyId!: string | null;

  @Column({ type: 'text', nullable: true })
  role!: string | null;

  @Column({ name: 'session_ref', type: 'text', nullable: true })
  sessionRef!: string | null;

  @Column({ type: 'text' })
  action!: string;

  @Column({ type: 'text' })
  outcome!: string;

  @Column({ name: 'episode_id', type: 'uuid', nullable: true })
  episodeId!: string | null;

  @Column({ name: 'child_ids', type: 'uuid', array: true })
  childIds!: string[];

  @Column({ type: 'text', array: true })
  categories!: string[];

  @Column({ type: 'text', nullable: true })
  purpose!: string | null;

  @Column({ type: 'text', nullable: true })
  reason!: string | null;

  @Column({ type: 'text', array: true })
  basis!: string[];

  @Column({ type: 'text' })
  channel!: string;

  @Column({ name: 'result_count', type: 'integer', nullable: true })
  resultCount!: number | null;

  @Column({ name: 'query_hash', type: 'text', nullable: true })
  queryHash!: string | null;

  @Column({ name: 'request_id', type: 'text', nullable: true })
  requestId!: string | null;

  @Column({ type: 'text', array: true })
  fields!: string[];
}

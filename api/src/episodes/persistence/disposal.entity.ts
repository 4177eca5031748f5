import { Column, Entity, ForeignKey } from 'typeorm';
import { StoredRow } from '#api/platform/database/base-rows.js';

/** What is left to say that a record was destroyed at the end of its time. */
@Entity({ schema: 'app', name: 'disposal' })
export class DisposalEntity extends StoredRow {
  @Column({ name: 'episode_id', type: 'uuid', unique: true })
  @ForeignKey('EpisodeEntity')
  episodeId!: string;

  @Column({ type: 'text' })
  ref!: string;

  @Column({ name: 'opened_on', type: 'date' })
  openedOn!: string;

  @Column({ name: 'closed_on', type: 'date', nullable: true })
  closedOn!: string | null;

  @Column({ name: 'retention_ended_on', type: 'date' })
  retentionEndedOn!: string;

  @Column({ type: 'text' })
  ground!: string;

  @Column({ name: 'approved_by', type: 'uuid', array: true })
  approvedBy!: string[];

  @Column({ type: 'jsonb' })
  counts!: Record<string, number>;
}

import { Column, Entity, ForeignKey } from 'typeorm';
import { StoredRow } from '#api/platform/database/base-rows.js';

/** A child or adult the episode is about. */
@Entity({ schema: 'app', name: 'episode_subject' })
export class EpisodeSubjectEntity extends StoredRow {
  @Column({ name: 'episode_id', type: 'uuid' })
  @ForeignKey('EpisodeEntity')
  episodeId!: string;

  @Column({ name: 'person_id', type: 'uuid' })
  @ForeignKey('PersonEntity')
  personId!: string;

  @Column({ type: 'text' })
  role!: string;

  @Column({ type: 'smallint' })
  position!: number;

  /** This child's part alone goes another way; null: as the record stands (rule F5). */
  @Column({ type: 'text', nullable: true })
  state!: string | null;

  @Column({ name: 'state_since', type: 'timestamptz', nullable: true })
  stateSince!: Date | null;

  @Column({ name: 'closure_reason', type: 'text', nullable: true })
  closureReason!: string | null;
}

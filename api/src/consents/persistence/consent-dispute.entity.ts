import { Column, Entity, ForeignKey } from 'typeorm';
import { StoredRow } from '#api/platform/database/base-rows.js';

/** Somebody with parental responsibility does not agree with what another agreed to about the same child. */
@Entity({ schema: 'app', name: 'consent_dispute' })
export class ConsentDisputeEntity extends StoredRow {
  @Column({ name: 'episode_id', type: 'uuid' })
  @ForeignKey('EpisodeEntity')
  episodeId!: string;

  @Column({ name: 'subject_id', type: 'uuid' })
  @ForeignKey('PersonEntity')
  subjectId!: string;

  @Column({ name: 'person_id', type: 'uuid' })
  @ForeignKey('PersonEntity')
  personId!: string;

  @Column({ name: 'opened_at', type: 'timestamptz' })
  openedAt!: Date;

  @Column({ name: 'due_on', type: 'date' })
  dueOn!: string;

  @Column({ type: 'text' })
  status!: string;

  @Column({ type: 'text', nullable: true })
  decision!: string | null;

  @Column({ type: 'text', nullable: true })
  reasons!: string | null;

  @Column({ name: 'decided_by', type: 'uuid', nullable: true })
  @ForeignKey('AppUserEntity')
  decidedBy!: string | null;

  @Column({ name: 'decided_at', type: 'timestamptz', nullable: true })
  decidedAt!: Date | null;
}

import { Column, ForeignKey, PrimaryColumn, VersionColumn } from 'typeorm';

/** What every stored row carries: optimistic version, who made it, when (`sec.now()`). */
export abstract class StoredRow {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  /** Compared and raised by written updates; TypeORM's own save never compares it. */
  @VersionColumn({ type: 'integer' })
  version!: number;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;

  @Column({ name: 'created_by', type: 'uuid', nullable: true })
  createdBy!: string | null;

  @Column({ name: 'updated_at', type: 'timestamptz' })
  updatedAt!: Date;
}

/** The label of every piece of case content: one rule decides about every table that carries it. */
export abstract class LabelledRow extends StoredRow {
  @Column({ name: 'episode_id', type: 'uuid' })
  @ForeignKey('EpisodeEntity')
  episodeId!: string;

  @Column({ name: 'subject_id', type: 'uuid', nullable: true })
  @ForeignKey('PersonEntity')
  subjectId!: string | null;

  @Column({ name: 'about_person_id', type: 'uuid', nullable: true })
  @ForeignKey('PersonEntity')
  aboutPersonId!: string | null;

  @Column({ type: 'text' })
  category!: string;

  @Column({ name: 'source_agency_id', type: 'uuid', nullable: true })
  @ForeignKey('AgencyEntity')
  sourceAgencyId!: string | null;

  @Column({ name: 'author_id', type: 'uuid', nullable: true })
  @ForeignKey('AppUserEntity')
  authorId!: string | null;

  @Column({ name: 'named_worker_ids', type: 'uuid', array: true })
  namedWorkerIds!: string[];
}

import { Column, Entity, ForeignKey } from 'typeorm';
import { StoredRow } from '#api/platform/database/base-rows.js';

/** One act of agreeing. */
@Entity({ schema: 'app', name: 'consent' })
export class ConsentEntity extends StoredRow {
  @Column({ name: 'episode_id', type: 'uuid' })
  @ForeignKey('EpisodeEntity')
  episodeId!: string;

  @Column({ name: 'subject_id', type: 'uuid' })
  @ForeignKey('PersonEntity')
  subjectId!: string;

  @Column({ name: 'giver_person_id', type: 'uuid' })
  @ForeignKey('PersonEntity')
  giverPersonId!: string;

  @Column({ type: 'text' })
  capacity!: string;

  @Column({ type: 'text' })
  method!: string;

  @Column({ type: 'text', nullable: true })
  witness!: string | null;

  @Column({ name: 'statement_version', type: 'text' })
  statementVersion!: string;

  @Column({ type: 'text' })
  language!: string;

  @Column({ name: 'statement_language', type: 'text' })
  statementLanguage!: string;

  @Column({ name: 'statement_form', type: 'text' })
  statementForm!: string;

  @Column({ type: 'text', nullable: true })
  interpreter!: string | null;

  @Column({ name: 'child_view', type: 'text', nullable: true })
  childView!: string | null;

  @Column({ type: 'jsonb', nullable: true })
  competence!: Record<string, unknown> | null;

  @Column({ name: 'given_on', type: 'date' })
  givenOn!: string;

  @Column({ name: 'given_at', type: 'timestamptz' })
  givenAt!: Date;

  @Column({ name: 'recorded_by_agency_id', type: 'uuid' })
  @ForeignKey('AgencyEntity')
  recordedByAgencyId!: string;

  @Column({ type: 'jsonb', nullable: true })
  signature!: Record<string, unknown> | null;

  @Column({ type: 'jsonb' })
  understood!: Record<string, boolean>;
}

import { Column, Entity, ForeignKey } from 'typeorm';
import { LabelledRow } from '#api/platform/database/base-rows.js';

/** What somebody in charge said about a version of an assessment, or about the case. */
@Entity({ schema: 'app', name: 'oversight' })
export class OversightEntity extends LabelledRow {
  @Column({ name: 'assessment_id', type: 'uuid', nullable: true })
  @ForeignKey('AssessmentEntity')
  assessmentId!: string | null;

  @Column({ type: 'text' })
  kind!: string;

  @Column({ type: 'text' })
  body!: string;

  @Column({ type: 'text', array: true })
  sections!: string[];

  @Column({ type: 'text', nullable: true })
  answer!: string | null;

  @Column({ name: 'answered_by', type: 'uuid', nullable: true })
  @ForeignKey('AppUserEntity')
  answeredBy!: string | null;

  @Column({ name: 'answered_at', type: 'timestamptz', nullable: true })
  answeredAt!: Date | null;
}

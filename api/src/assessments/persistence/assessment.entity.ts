import { Column, Entity } from 'typeorm';
import { LabelledRow } from '#api/platform/database/base-rows.js';

/** One version of a common assessment. */
@Entity({ schema: 'app', name: 'assessment' })
export class AssessmentEntity extends LabelledRow {
  @Column({ name: 'version_no', type: 'integer' })
  versionNo!: number;

  @Column({ name: 'form_code', type: 'text' })
  formCode!: string;

  @Column({ name: 'form_version', type: 'text' })
  formVersion!: string;

  @Column({ type: 'text' })
  status!: string;

  @Column({ name: 'started_on', type: 'date' })
  startedOn!: string;

  @Column({ name: 'completed_on', type: 'date', nullable: true })
  completedOn!: string | null;

  @Column({ name: 'content_hash', type: 'text', nullable: true })
  contentHash!: string | null;
}

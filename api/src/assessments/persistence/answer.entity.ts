import { Column, Entity, ForeignKey } from 'typeorm';
import { LabelledRow } from '#api/platform/database/base-rows.js';

/** What was recorded in one section about one person, of one kind. */
@Entity({ schema: 'app', name: 'answer' })
export class AnswerEntity extends LabelledRow {
  @Column({ name: 'assessment_id', type: 'uuid' })
  @ForeignKey('AssessmentEntity')
  assessmentId!: string;

  @Column({ type: 'text' })
  section!: string;

  @Column({ type: 'jsonb' })
  body!: Record<string, unknown>;

  @Column({ name: 'carried_from_id', type: 'uuid', nullable: true })
  @ForeignKey('AnswerEntity')
  carriedFromId!: string | null;

  @Column({ name: 'updated_by', type: 'uuid', nullable: true })
  @ForeignKey('AppUserEntity')
  updatedBy!: string | null;

  /** Said once for several children: their rows carry the same one. */
  @Column({ name: 'together_id', type: 'uuid', nullable: true })
  togetherId!: string | null;
}

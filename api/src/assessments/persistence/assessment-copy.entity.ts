import { Column, Entity, ForeignKey } from 'typeorm';
import { LabelledRow } from '#api/platform/database/base-rows.js';

/** Proof that a copy was given. */
@Entity({ schema: 'app', name: 'assessment_copy' })
export class AssessmentCopyEntity extends LabelledRow {
  @Column({ name: 'assessment_id', type: 'uuid' })
  @ForeignKey('AssessmentEntity')
  assessmentId!: string;

  @Column({ type: 'text' })
  kind!: string;

  @Column({ name: 'person_id', type: 'uuid' })
  @ForeignKey('PersonEntity')
  personId!: string;

  @Column({ type: 'text' })
  method!: string;

  @Column({ name: 'given_on', type: 'date' })
  givenOn!: string;

  @Column({ type: 'text', nullable: true })
  note!: string | null;

  @Column({ type: 'text' })
  digest!: string;
}

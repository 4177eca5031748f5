import { Column, Entity, ForeignKey } from 'typeorm';
import { LabelledRow } from '#api/platform/database/base-rows.js';

/** One section asked of one colleague. */
@Entity({ schema: 'app', name: 'contribution' })
export class ContributionEntity extends LabelledRow {
  @Column({ name: 'assessment_id', type: 'uuid' })
  @ForeignKey('AssessmentEntity')
  assessmentId!: string;

  @Column({ type: 'text' })
  section!: string;

  @Column({ name: 'asked_user_id', type: 'uuid' })
  @ForeignKey('AppUserEntity')
  askedUserId!: string;

  @Column({ name: 'asked_agency_id', type: 'uuid' })
  @ForeignKey('AgencyEntity')
  askedAgencyId!: string;

  @Column({ type: 'text' })
  question!: string;

  @Column({ name: 'due_on', type: 'date' })
  dueOn!: string;

  @Column({ type: 'text' })
  status!: string;

  @Column({ type: 'text', nullable: true })
  note!: string | null;

  @Column({ type: 'text', nullable: true })
  declined!: string | null;

  @Column({ name: 'reminded_on', type: 'date', nullable: true })
  remindedOn!: string | null;

  @Column({ name: 'answered_at', type: 'timestamptz', nullable: true })
  answeredAt!: Date | null;

  @Column({ name: 'decided_at', type: 'timestamptz', nullable: true })
  decidedAt!: Date | null;
}

import { Column, Entity, ForeignKey } from 'typeorm';
import { LabelledRow } from '#api/platform/database/base-rows.js';

/** What shows that a need was there, was met, or stayed met. */
@Entity({ schema: 'app', name: 'outcome_evidence' })
export class OutcomeEvidenceEntity extends LabelledRow {
  @Column({ name: 'framework_version', type: 'smallint' })
  frameworkVersion!: number;

  @Column({ type: 'smallint' })
  outcome!: number;

  @Column({ type: 'text' })
  moment!: string;

  @Column({ type: 'text' })
  measure!: string;

  @Column({ type: 'numeric' })
  value!: number;

  @Column({ name: 'measured_on', type: 'date' })
  measuredOn!: string;

  @Column({ type: 'text' })
  source!: string;

  @Column({ type: 'boolean', nullable: true })
  met!: boolean | null;

  @Column({ name: 'struck_at', type: 'timestamptz', nullable: true })
  struckAt!: Date | null;

  @Column({ name: 'struck_by', type: 'uuid', nullable: true })
  @ForeignKey('AppUserEntity')
  struckBy!: string | null;

  @Column({ name: 'struck_reason', type: 'text', nullable: true })
  struckReason!: string | null;
}

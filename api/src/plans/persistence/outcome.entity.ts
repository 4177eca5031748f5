import { Column, Entity, ForeignKey } from 'typeorm';
import { LabelledRow } from '#api/platform/database/base-rows.js';

/** A hope: what will be different, and how it is measured. */
@Entity({ schema: 'app', name: 'outcome' })
export class OutcomeEntity extends LabelledRow {
  @Column({ name: 'plan_id', type: 'uuid' })
  @ForeignKey('PlanEntity')
  planId!: string;

  @Column({ type: 'integer' })
  position!: number;

  @Column({ type: 'text', nullable: true })
  need!: string | null;

  @Column({ name: 'element_code', type: 'text', nullable: true })
  elementCode!: string | null;

  @Column({ type: 'text' })
  statement!: string;

  @Column({ name: 'agreed_with', type: 'text', array: true })
  agreedWith!: string[];

  @Column({ name: 'ecm_outcome', type: 'text', nullable: true })
  ecmOutcome!: string | null;

  @Column({ name: 'family_outcomes', type: 'smallint', array: true })
  familyOutcomes!: number[];

  @Column({ type: 'text', nullable: true })
  measure!: string | null;

  @Column({ name: 'scale_low', type: 'integer' })
  scaleLow!: number;

  @Column({ name: 'scale_high', type: 'integer' })
  scaleHigh!: number;

  @Column({ name: 'low_words', type: 'text', nullable: true })
  lowWords!: string | null;

  @Column({ name: 'high_words', type: 'text', nullable: true })
  highWords!: string | null;

  @Column({ type: 'text' })
  better!: string;

  @Column({ type: 'text', nullable: true })
  rater!: string | null;

  @Column({ name: 'baseline_value', type: 'numeric', nullable: true })
  baselineValue!: number | null;

  @Column({ name: 'baseline_on', type: 'date', nullable: true })
  baselineOn!: string | null;

  @Column({ name: 'target_value', type: 'numeric', nullable: true })
  targetValue!: number | null;

  @Column({ name: 'target_on', type: 'date', nullable: true })
  targetOn!: string | null;

  @Column({ type: 'text' })
  status!: string;
}

import { Column, Entity, ForeignKey } from 'typeorm';
import { LabelledRow } from '#api/platform/database/base-rows.js';

/** What one family member said to the plan. */
@Entity({ schema: 'app', name: 'plan_agreement' })
export class PlanAgreementEntity extends LabelledRow {
  @Column({ name: 'plan_id', type: 'uuid' })
  @ForeignKey('PlanEntity')
  planId!: string;

  @Column({ name: 'person_id', type: 'uuid' })
  @ForeignKey('PersonEntity')
  personId!: string;

  @Column({ type: 'text' })
  agreed!: string;
}

import { Column, Entity } from 'typeorm';
import { LabelledRow } from '#api/platform/database/base-rows.js';

/** A version of the plan. */
@Entity({ schema: 'app', name: 'plan' })
export class PlanEntity extends LabelledRow {
  @Column({ name: 'version_no', type: 'integer' })
  versionNo!: number;

  @Column({ type: 'text' })
  status!: string;

  @Column({ name: 'agreed_on', type: 'date', nullable: true })
  agreedOn!: string | null;

  @Column({ type: 'text', nullable: true })
  contingency!: string | null;
}

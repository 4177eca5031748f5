import { Column, Entity, ForeignKey } from 'typeorm';
import { LabelledRow } from '#api/platform/database/base-rows.js';

/** That something was mended by whoever wrote it, for everybody who reads what was mended. */
@Entity({ schema: 'app', name: 'repair' })
export class RepairEntity extends LabelledRow {
  @Column({ name: 'record_kind', type: 'text' })
  recordKind!: string;

  @Column({ name: 'record_id', type: 'uuid' })
  recordId!: string;

  @Column({ type: 'text' })
  what!: string;

  @Column({ type: 'text', nullable: true })
  reason!: string | null;
}

/** What stood there before, for an auditor. */
@Entity({ schema: 'app', name: 'repaired_value' })
export class RepairedValueEntity extends LabelledRow {
  @Column({ name: 'repair_id', type: 'uuid' })
  @ForeignKey('RepairEntity')
  repairId!: string;

  @Column({ type: 'text' })
  reason!: string;

  @Column({ name: 'before_it', type: 'text', nullable: true })
  beforeIt!: string | null;

  @Column({ name: 'after_it', type: 'text', nullable: true })
  afterIt!: string | null;
}

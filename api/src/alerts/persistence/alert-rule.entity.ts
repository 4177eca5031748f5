import { Column, Entity } from 'typeorm';
import { StoredRow } from '#api/platform/database/base-rows.js';

/** A rule that raises alerts, and the number it is set to. */
@Entity({ schema: 'app', name: 'alert_rule' })
export class AlertRuleEntity extends StoredRow {
  @Column({ type: 'text' })
  rule!: string;

  @Column({ type: 'boolean' })
  used!: boolean;

  @Column({ type: 'integer' })
  threshold!: number;
}

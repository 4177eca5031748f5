import { Column, Entity } from 'typeorm';
import { StoredRow } from '#api/platform/database/base-rows.js';

/** A service in the information-sharing agreement. */
@Entity({ schema: 'app', name: 'agency' })
export class AgencyEntity extends StoredRow {
  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'text' })
  kind!: string;

  @Column({ name: 'report_group', type: 'text' })
  reportGroup!: string;

  @Column({ name: 'sensitive_class', type: 'text' })
  sensitiveClass!: string;

  @Column({ type: 'text', nullable: true })
  phone!: string | null;

  @Column({ name: 'in_agreement_from', type: 'date' })
  inAgreementFrom!: string;

  @Column({ name: 'in_agreement_to', type: 'date', nullable: true })
  inAgreementTo!: string | null;
}

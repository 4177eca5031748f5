import { Column, Entity, ForeignKey } from 'typeorm';
import { StoredRow } from '#api/platform/database/base-rows.js';

/** A pattern in the audit log that a person looks into. */
@Entity({ schema: 'app', name: 'access_alert' })
export class AccessAlertEntity extends StoredRow {
  @Column({ type: 'text' })
  rule!: string;

  @Column({ name: 'about_user_id', type: 'uuid' })
  @ForeignKey('AppUserEntity')
  aboutUserId!: string;

  @Column({ name: 'about_agency_id', type: 'uuid', nullable: true })
  @ForeignKey('AgencyEntity')
  aboutAgencyId!: string | null;

  /** Makes the same finding one alert: a case, a day, an hour. */
  @Column({ type: 'text' })
  key!: string;

  @Column({ type: 'text' })
  reference!: string;

  @Column({ name: 'from_at', type: 'timestamptz' })
  fromAt!: Date;

  @Column({ name: 'until_at', type: 'timestamptz' })
  untilAt!: Date;

  @Column({ type: 'integer' })
  looks!: number;

  /** Rows of the audit log behind it, the newest 500. */
  @Column({ type: 'bigint', array: true })
  entries!: number[];

  @Column({ name: 'assigned_to', type: 'uuid', nullable: true })
  @ForeignKey('AppUserEntity')
  assignedTo!: string | null;

  @Column({ type: 'text', nullable: true })
  outcome!: string | null;

  @Column({ type: 'text', nullable: true })
  words!: string | null;

  @Column({ name: 'decided_by', type: 'uuid', nullable: true })
  @ForeignKey('AppUserEntity')
  decidedBy!: string | null;

  @Column({ name: 'decided_at', type: 'timestamptz', nullable: true })
  decidedAt!: Date | null;
}

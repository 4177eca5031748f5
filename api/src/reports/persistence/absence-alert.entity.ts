import { Column, Entity, ForeignKey } from 'typeorm';
import { StoredRow } from '#api/platform/database/base-rows.js';

/** A service and profession that stayed away several times in a row, and what was promised then. */
@Entity({ schema: 'app', name: 'absence_alert' })
export class AbsenceAlertEntity extends StoredRow {
  @Column({ name: 'agency_id', type: 'uuid' })
  @ForeignKey('AgencyEntity')
  agencyId!: string;

  @Column({ name: 'professional_role', type: 'text' })
  professionalRole!: string;

  @Column({ type: 'integer' })
  absences!: number;

  @Column({ name: 'raised_on', type: 'date' })
  raisedOn!: string;

  @Column({ name: 'last_on', type: 'date' })
  lastOn!: string;

  /** Digest of where the run began: the same run is the same row. */
  @Column({ type: 'text' })
  run!: string;

  @Column({ type: 'text', nullable: true })
  commitment!: string | null;

  @Column({ name: 'promised_by', type: 'text', nullable: true })
  promisedBy!: string | null;

  @Column({ name: 'due_on', type: 'date', nullable: true })
  dueOn!: string | null;

  @Column({ name: 'committed_at', type: 'timestamptz', nullable: true })
  committedAt!: Date | null;
}

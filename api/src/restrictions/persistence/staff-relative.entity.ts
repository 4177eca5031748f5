import { Column, Entity, ForeignKey } from 'typeorm';
import { StoredRow } from '#api/platform/database/base-rows.js';

/** Somebody a worker is related to: their record shuts itself to this worker. */
@Entity({ schema: 'app', name: 'staff_relative' })
export class StaffRelativeEntity extends StoredRow {
  @Column({ name: 'user_id', type: 'uuid' })
  @ForeignKey('AppUserEntity')
  userId!: string;

  @Column({ type: 'text' })
  relation!: string;

  @Column({ name: 'given_names', type: 'text' })
  givenNames!: string;

  @Column({ name: 'family_name', type: 'text' })
  familyName!: string;

  @Column({ name: 'date_of_birth', type: 'date' })
  dateOfBirth!: string;

  @Column({ name: 'ended_at', type: 'timestamptz', nullable: true })
  endedAt!: Date | null;

  /** Folded by the database, compared by equality only. */
  @Column({ name: 'name_key', type: 'text' })
  nameKey!: string;
}

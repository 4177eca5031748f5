import { Column, Entity, ForeignKey } from 'typeorm';
import { StoredRow } from '#api/platform/database/base-rows.js';

/** A school, nursery or practice; locating. */
@Entity({ schema: 'app', name: 'setting' })
export class SettingEntity extends StoredRow {
  @Column({ name: 'person_id', type: 'uuid' })
  @ForeignKey('PersonEntity')
  personId!: string;

  @Column({ type: 'text' })
  kind!: string;

  @Column({ name: 'agency_id', type: 'uuid', nullable: true })
  @ForeignKey('AgencyEntity')
  agencyId!: string | null;

  @Column({ type: 'text' })
  name!: string;

  @Column({ name: 'year_group', type: 'text', nullable: true })
  yearGroup!: string | null;

  @Column({ name: 'valid_from', type: 'date', nullable: true })
  validFrom!: string | null;

  @Column({ name: 'valid_to', type: 'date', nullable: true })
  validTo!: string | null;
}

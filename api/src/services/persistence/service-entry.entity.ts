import { Column, Entity, ForeignKey } from 'typeorm';
import { StoredRow } from '#api/platform/database/base-rows.js';

/** A service of the area, as the CAF team keeps it. */
@Entity({ schema: 'app', name: 'service_entry' })
export class ServiceEntryEntity extends StoredRow {
  @Column({ name: 'agency_id', type: 'uuid' })
  @ForeignKey('AgencyEntity')
  agencyId!: string;

  @Column({ name: 'contact_id', type: 'uuid', nullable: true })
  @ForeignKey('AppUserEntity')
  contactId!: string | null;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'text' })
  what!: string;

  @Column({ name: 'age_from', type: 'integer' })
  ageFrom!: number;

  @Column({ name: 'age_to', type: 'integer' })
  ageTo!: number;

  @Column({ type: 'integer', array: true })
  levels!: number[];

  @Column({ type: 'text', array: true })
  topics!: string[];

  @Column({ type: 'text', nullable: true })
  area!: string | null;

  @Column({ type: 'text' })
  how!: string;

  @Column({ type: 'text', nullable: true })
  opening!: string | null;

  @Column({ type: 'text', nullable: true })
  phone!: string | null;

  @Column({ name: 'checked_on', type: 'date' })
  checkedOn!: string;

  @Column({ name: 'checked_by', type: 'uuid' })
  @ForeignKey('AppUserEntity')
  checkedBy!: string;

  @Column({ name: 'ended_on', type: 'date', nullable: true })
  endedOn!: string | null;
}

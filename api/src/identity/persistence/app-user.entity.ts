import { Column, Entity, ForeignKey } from 'typeorm';
import { StoredRow } from '#api/platform/database/base-rows.js';

/** Somebody with an account. */
@Entity({ schema: 'app', name: 'app_user' })
export class AppUserEntity extends StoredRow {
  @Column({ type: 'text' })
  email!: string;

  @Column({ name: 'full_name', type: 'text' })
  fullName!: string;

  @Column({ type: 'text', nullable: true })
  phone!: string | null;

  @Column({ type: 'text' })
  status!: string;

  @Column({ name: 'person_id', type: 'uuid', nullable: true })
  @ForeignKey('PersonEntity')
  personId!: string | null;

  @Column({ name: 'vetting_valid_to', type: 'date', nullable: true })
  vettingValidTo!: string | null;

  @Column({ name: 'training_valid_to', type: 'date', nullable: true })
  trainingValidTo!: string | null;
}

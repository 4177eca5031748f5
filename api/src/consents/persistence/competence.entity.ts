import { Column, Entity, ForeignKey } from 'typeorm';
import { StoredRow } from '#api/platform/database/base-rows.js';

/** Why a young person was found able to decide a matter. */
@Entity({ schema: 'app', name: 'competence' })
export class CompetenceEntity extends StoredRow {
  @Column({ name: 'person_id', type: 'uuid' })
  @ForeignKey('PersonEntity')
  personId!: string;

  @Column({ type: 'text', array: true })
  matters!: string[];

  @Column({ type: 'boolean' })
  competent!: boolean;

  @Column({ type: 'text' })
  reasons!: string;

  @Column({ name: 'assessed_by', type: 'uuid' })
  @ForeignKey('AppUserEntity')
  assessedBy!: string;

  @Column({ name: 'from_at', type: 'timestamptz' })
  fromAt!: Date;

  @Column({ name: 'until_at', type: 'timestamptz' })
  untilAt!: Date;
}

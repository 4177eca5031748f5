import { Column, Entity, ForeignKey } from 'typeorm';
import { StoredRow } from '#api/platform/database/base-rows.js';

/** An NHS number, UPN or other number of a person. */
@Entity({ schema: 'app', name: 'identifier' })
export class IdentifierEntity extends StoredRow {
  @Column({ name: 'person_id', type: 'uuid' })
  @ForeignKey('PersonEntity')
  personId!: string;

  @Column({ type: 'text' })
  kind!: string;

  @Column({ type: 'text' })
  value!: string;

  @Column({ type: 'text' })
  status!: string;
}

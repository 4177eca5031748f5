import { Column, Entity, ForeignKey } from 'typeorm';
import { StoredRow } from '#api/platform/database/base-rows.js';

/** A worker on the list of a shield. */
@Entity({ schema: 'app', name: 'shield_member' })
export class ShieldMemberEntity extends StoredRow {
  @Column({ name: 'shield_id', type: 'uuid' })
  @ForeignKey('ShieldEntity')
  shieldId!: string;

  @Column({ name: 'user_id', type: 'uuid' })
  @ForeignKey('AppUserEntity')
  userId!: string;

  @Column({ name: 'from_at', type: 'timestamptz' })
  fromAt!: Date;

  @Column({ name: 'until_at', type: 'timestamptz' })
  untilAt!: Date;
}

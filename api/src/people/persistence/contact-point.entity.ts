import { Column, Entity, ForeignKey } from 'typeorm';
import { StoredRow } from '#api/platform/database/base-rows.js';

/** A phone number or e-mail address; locating. */
@Entity({ schema: 'app', name: 'contact_point' })
export class ContactPointEntity extends StoredRow {
  @Column({ name: 'person_id', type: 'uuid' })
  @ForeignKey('PersonEntity')
  personId!: string;

  @Column({ type: 'text' })
  kind!: string;

  @Column({ type: 'text' })
  value!: string;

  @Column({ name: 'safe_to_call', type: 'boolean' })
  safeToCall!: boolean;

  @Column({ name: 'safe_to_text', type: 'boolean' })
  safeToText!: boolean;

  @Column({ name: 'leave_message', type: 'boolean' })
  leaveMessage!: boolean;
}

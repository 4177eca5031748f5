import { Column, Entity, ForeignKey } from 'typeorm';
import { StoredRow } from '#api/platform/database/base-rows.js';

/** A file that was looked through and is not filed yet: its sender's alone, for a day. */
@Entity({ schema: 'app', name: 'upload' })
export class UploadEntity extends StoredRow {
  @Column({ name: 'user_id', type: 'uuid' })
  @ForeignKey('AppUserEntity')
  userId!: string;

  @Column({ type: 'text' })
  kind!: string;

  @Column({ type: 'integer' })
  bytes!: number;

  @Column({ type: 'integer', nullable: true })
  pages!: number | null;

  @Column({ name: 'taken_out', type: 'text', array: true })
  takenOut!: string[];

  @Column({ type: 'text' })
  state!: string;

  @Column({ type: 'bytea' })
  nonce!: Buffer;

  @Column({ type: 'bytea' })
  ciphertext!: Buffer;

  /** Which derived key; a change of the secret is a new number. */
  @Column({ name: 'key_version', type: 'smallint' })
  keyVersion!: number;

  @Column({ name: 'expires_at', type: 'timestamptz' })
  expiresAt!: Date;
}

import { Column, Entity, ForeignKey } from 'typeorm';
import { LabelledRow } from '#api/platform/database/base-rows.js';

/** A file in a case, with its label. Its bytes are sealed; lists never load them. */
@Entity({ schema: 'app', name: 'document' })
export class DocumentEntity extends LabelledRow {
  @Column({ type: 'text' })
  title!: string;

  @Column({ name: 'dated_on', type: 'date', nullable: true })
  datedOn!: string | null;

  @Column({ name: 'own_work', type: 'boolean' })
  ownWork!: boolean;

  @Column({ name: 'consent_id', type: 'uuid', nullable: true })
  @ForeignKey('ConsentEntity')
  consentId!: string | null;

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

  /** When a scanner that did not answer is asked again. */
  @Column({ name: 'scan_after', type: 'timestamptz' })
  scanAfter!: Date;

  @Column({ name: 'struck_at', type: 'timestamptz', nullable: true })
  struckAt!: Date | null;

  @Column({ name: 'struck_by', type: 'uuid', nullable: true })
  @ForeignKey('AppUserEntity')
  struckBy!: string | null;

  @Column({ name: 'struck_reason', type: 'text', nullable: true })
  struckReason!: string | null;
}

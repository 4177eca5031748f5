import { Column, Entity } from 'typeorm';
import { StoredRow } from '#api/platform/database/base-rows.js';

/** A version of the words people agree to. */
@Entity({ schema: 'app', name: 'consent_statement' })
export class ConsentStatementEntity extends StoredRow {
  @Column({ name: 'statement_version', type: 'text' })
  statementVersion!: string;

  @Column({ type: 'text' })
  language!: string;

  @Column({ type: 'text' })
  form!: string;

  @Column({ type: 'text' })
  body!: string;

  @Column({ name: 'valid_from', type: 'date' })
  validFrom!: string;
}

import { Column, Entity } from 'typeorm';
import { StoredRow } from '#api/platform/database/base-rows.js';

/** A version of the words by which levels of need are told apart. */
@Entity({ schema: 'app', name: 'levels_document' })
export class LevelsDocumentEntity extends StoredRow {
  @Column({ name: 'document_version', type: 'integer' })
  documentVersion!: number;

  @Column({ type: 'jsonb' })
  levels!: unknown;

  @Column({ type: 'jsonb' })
  descriptors!: unknown;

  @Column({ name: 'valid_from', type: 'date' })
  validFrom!: string;
}

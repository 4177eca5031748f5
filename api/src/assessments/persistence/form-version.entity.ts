import { Column, Entity, ForeignKey } from 'typeorm';
import { StoredRow } from '#api/platform/database/base-rows.js';

/** What an area asks beyond the form of the house; a draft, or published for good. */
@Entity({ schema: 'app', name: 'form_version' })
export class FormVersionEntity extends StoredRow {
  @Column({ name: 'form_code', type: 'text' })
  formCode!: string;

  @Column({ name: 'form_version', type: 'text' })
  formVersion!: string;

  @Column({ type: 'text' })
  status!: string;

  @Column({ type: 'jsonb' })
  questions!: Record<string, unknown>[];

  @Column({ name: 'published_on', type: 'date', nullable: true })
  publishedOn!: string | null;

  @Column({ name: 'published_by', type: 'uuid', nullable: true })
  @ForeignKey('AppUserEntity')
  publishedBy!: string | null;
}

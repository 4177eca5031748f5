import { Column, Entity } from 'typeorm';
import { LabelledRow } from '#api/platform/database/base-rows.js';

/** A labelled fact of the case: level, own words, summary, flags. */
@Entity({ schema: 'app', name: 'case_fact' })
export class CaseFactEntity extends LabelledRow {
  @Column({ type: 'text' })
  kind!: string;

  @Column({ type: 'jsonb' })
  body!: Record<string, unknown>;

  @Column({ name: 'said_on', type: 'date', nullable: true })
  saidOn!: string | null;

  @Column({ name: 'ended_at', type: 'timestamptz', nullable: true })
  endedAt!: Date | null;
}

import { Column, Entity, ForeignKey } from 'typeorm';
import { LabelledRow } from '#api/platform/database/base-rows.js';

/** What a colleague wrote for a section they were asked for, before and after it was taken in. */
@Entity({ schema: 'app', name: 'contribution_words' })
export class ContributionWordsEntity extends LabelledRow {
  @Column({ name: 'contribution_id', type: 'uuid' })
  @ForeignKey('ContributionEntity')
  contributionId!: string;

  @Column({ type: 'jsonb' })
  body!: Record<string, unknown>;
}

import { Column, Entity, ForeignKey } from 'typeorm';
import { StoredRow } from '#api/platform/database/base-rows.js';

/** Whoever leads was told that agreement lapses: 30 or 7 days before its last day, once. */
@Entity({ schema: 'app', name: 'renewal_prompt' })
export class RenewalPromptEntity extends StoredRow {
  @Column({ name: 'episode_id', type: 'uuid' })
  @ForeignKey('EpisodeEntity')
  episodeId!: string;

  @Column({ name: 'last_day', type: 'date' })
  lastDay!: string;

  @Column({ name: 'days_before', type: 'integer' })
  daysBefore!: number;
}

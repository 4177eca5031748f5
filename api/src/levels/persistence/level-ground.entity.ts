import { Column, Entity, ForeignKey } from 'typeorm';
import { LabelledRow } from '#api/platform/database/base-rows.js';

/** What was ticked of one kind of information, or why another level was chosen. */
@Entity({ schema: 'app', name: 'level_ground' })
export class LevelGroundEntity extends LabelledRow {
  @Column({ name: 'judgement_id', type: 'uuid' })
  @ForeignKey('LevelJudgementEntity')
  judgementId!: string;

  @Column({ type: 'text', array: true })
  ticked!: string[];

  @Column({ type: 'text', nullable: true })
  reason!: string | null;
}

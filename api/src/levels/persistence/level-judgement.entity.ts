import { Column, Entity } from 'typeorm';
import { LabelledRow } from '#api/platform/database/base-rows.js';

/** A level of need somebody chose with help, and by which version of the words. */
@Entity({ schema: 'app', name: 'level_judgement' })
export class LevelJudgementEntity extends LabelledRow {
  @Column({ type: 'text' })
  place!: string;

  @Column({ type: 'smallint' })
  level!: number;

  @Column({ name: 'document_version', type: 'text' })
  documentVersion!: string;

  @Column({ type: 'smallint' })
  suggested!: number;
}

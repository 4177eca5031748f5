import { Column, Entity } from 'typeorm';
import { LabelledRow } from '#api/platform/database/base-rows.js';

/** One step of the life cycle, as it was taken. */
@Entity({ schema: 'app', name: 'episode_move' })
export class EpisodeMoveEntity extends LabelledRow {
  @Column({ type: 'text' })
  transition!: string;

  @Column({ name: 'from_state', type: 'text', nullable: true })
  fromState!: string | null;

  @Column({ name: 'to_state', type: 'text' })
  toState!: string;

  @Column({ name: 'happened_on', type: 'date' })
  happenedOn!: string;

  @Column({ type: 'text', nullable: true })
  reason!: string | null;

  @Column({ type: 'jsonb' })
  recorded!: Record<string, unknown>;
}

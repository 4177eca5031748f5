import { Column, Entity, ForeignKey } from 'typeorm';
import { LabelledRow } from '#api/platform/database/base-rows.js';

/** One point, decision or question of a meeting. */
@Entity({ schema: 'app', name: 'minute' })
export class MinuteEntity extends LabelledRow {
  @Column({ name: 'meeting_id', type: 'uuid' })
  @ForeignKey('MeetingEntity')
  meetingId!: string;

  @Column({ type: 'text' })
  kind!: string;

  @Column({ type: 'text', nullable: true })
  code!: string | null;

  @Column({ type: 'text' })
  text!: string;

  @Column({ name: 'said_by', type: 'text', nullable: true })
  saidBy!: string | null;

  @Column({ type: 'text', nullable: true })
  answered!: string | null;

  @Column({ type: 'integer' })
  position!: number;
}

import { Column, Entity, ForeignKey } from 'typeorm';
import { LabelledRow } from '#api/platform/database/base-rows.js';

/** Something that happened or was said. */
@Entity({ schema: 'app', name: 'note' })
export class NoteEntity extends LabelledRow {
  @Column({ type: 'text' })
  kind!: string;

  @Column({ name: 'event_on', type: 'date' })
  eventOn!: string;

  @Column({ type: 'text' })
  text!: string;

  @Column({ name: 'said_by', type: 'text', nullable: true })
  saidBy!: string | null;

  @Column({ name: 'own_words', type: 'boolean' })
  ownWords!: boolean;

  @Column({ name: 'child_seen', type: 'text', nullable: true })
  childSeen!: string | null;

  @Column({ type: 'boolean' })
  significant!: boolean;

  @Column({ name: 'struck_at', type: 'timestamptz', nullable: true })
  struckAt!: Date | null;

  @Column({ name: 'struck_by', type: 'uuid', nullable: true })
  @ForeignKey('AppUserEntity')
  struckBy!: string | null;

  @Column({ name: 'struck_reason', type: 'text', nullable: true })
  struckReason!: string | null;
}

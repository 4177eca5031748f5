import { Column, Entity, ForeignKey } from 'typeorm';
import { StoredRow } from '#api/platform/database/base-rows.js';

/** A child's private words that may have to be shared, because somebody may be harmed. */
@Entity({ schema: 'app', name: 'note_flag' })
export class NoteFlagEntity extends StoredRow {
  @Column({ name: 'note_id', type: 'uuid' })
  @ForeignKey('NoteEntity')
  noteId!: string;

  @Column({ name: 'episode_id', type: 'uuid' })
  @ForeignKey('EpisodeEntity')
  episodeId!: string;

  @Column({ name: 'child_told', type: 'text' })
  childTold!: string;

  @Column({ name: 'not_told_reason', type: 'text', nullable: true })
  notToldReason!: string | null;

  @Column({ name: 'referral_id', type: 'uuid', nullable: true })
  @ForeignKey('ReferralEntity')
  referralId!: string | null;
}

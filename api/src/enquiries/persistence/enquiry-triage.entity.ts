import { Column, Entity, ForeignKey } from 'typeorm';
import { StoredRow } from '#api/platform/database/base-rows.js';

/** What the CAF team decided on an enquiry, and why. */
@Entity({ schema: 'app', name: 'enquiry_triage' })
export class EnquiryTriageEntity extends StoredRow {
  @Column({ name: 'enquiry_id', type: 'uuid' })
  @ForeignKey('EnquiryEntity')
  enquiryId!: string;

  @Column({ type: 'text' })
  decision!: string;

  @Column({ type: 'text' })
  why!: string;

  @Column({ type: 'text', nullable: true })
  told!: string | null;

  @Column({ name: 'episode_id', type: 'uuid', nullable: true })
  @ForeignKey('EpisodeEntity')
  episodeId!: string | null;

  @Column({ name: 'subject_id', type: 'uuid', nullable: true })
  @ForeignKey('PersonEntity')
  subjectId!: string | null;

  @Column({ name: 'referral_id', type: 'uuid', nullable: true })
  @ForeignKey('ReferralEntity')
  referralId!: string | null;

  @Column({ type: 'smallint', nullable: true })
  level!: number | null;

  @Column({ name: 'level_version', type: 'text', nullable: true })
  levelVersion!: string | null;

  @Column({ name: 'level_suggested', type: 'smallint', nullable: true })
  levelSuggested!: number | null;

  @Column({ name: 'level_ticked', type: 'text', array: true })
  levelTicked!: string[];

  @Column({ name: 'level_reason', type: 'text', nullable: true })
  levelReason!: string | null;
}

import { Column, Entity, ForeignKey } from 'typeorm';
import { StoredRow } from '#api/platform/database/base-rows.js';

/** Something shared without agreement, or a decision not to share. */
@Entity({ schema: 'app', name: 'disclosure' })
export class DisclosureEntity extends StoredRow {
  @Column({ type: 'text' })
  reference!: string;

  @Column({ type: 'text' })
  decision!: string;

  @Column({ type: 'boolean' })
  emergency!: boolean;

  @Column({ name: 'episode_id', type: 'uuid' })
  @ForeignKey('EpisodeEntity')
  episodeId!: string;

  @Column({ name: 'subject_id', type: 'uuid' })
  @ForeignKey('PersonEntity')
  subjectId!: string;

  @Column({ name: 'author_id', type: 'uuid' })
  @ForeignKey('AppUserEntity')
  authorId!: string;

  @Column({ name: 'source_agency_id', type: 'uuid' })
  @ForeignKey('AgencyEntity')
  sourceAgencyId!: string;

  @Column({ name: 'recipient_agency_id', type: 'uuid', nullable: true })
  @ForeignKey('AgencyEntity')
  recipientAgencyId!: string | null;

  @Column({ type: 'text', nullable: true })
  recipient!: string | null;

  @Column({ type: 'text', array: true })
  categories!: string[];

  @Column({ name: 'exact_text', type: 'text', nullable: true })
  exactText!: string | null;

  @Column({ type: 'text', nullable: true })
  ground!: string | null;

  @Column({ name: 'why_needed', type: 'text', nullable: true })
  whyNeeded!: string | null;

  @Column({ type: 'text', nullable: true })
  agreement!: string | null;

  @Column({ name: 'agreement_reason', type: 'text', nullable: true })
  agreementReason!: string | null;

  @Column({ name: 'family_told', type: 'text', nullable: true })
  familyTold!: string | null;

  @Column({ name: 'not_told_reason', type: 'text', nullable: true })
  notToldReason!: string | null;

  @Column({ name: 'advice_from', type: 'text', array: true })
  adviceFrom!: string[];

  @Column({ type: 'text', nullable: true })
  advice!: string | null;

  @Column({ name: 'lawful_basis', type: 'text', nullable: true })
  lawfulBasis!: string | null;

  @Column({ type: 'text', nullable: true })
  method!: string | null;

  @Column({ name: 'shared_at', type: 'timestamptz' })
  sharedAt!: Date;

  @Column({ name: 'complete_by', type: 'timestamptz' })
  completeBy!: Date;

  @Column({ name: 'completed_at', type: 'timestamptz', nullable: true })
  completedAt!: Date | null;

  @Column({ name: 'manager_seen_at', type: 'timestamptz', nullable: true })
  managerSeenAt!: Date | null;

  @Column({ name: 'manager_seen_by', type: 'uuid', nullable: true })
  @ForeignKey('AppUserEntity')
  managerSeenBy!: string | null;

  @Column({ name: 'grant_id', type: 'uuid', nullable: true })
  @ForeignKey('AccessGrantEntity')
  grantId!: string | null;
}

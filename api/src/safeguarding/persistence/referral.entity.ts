import { Column, Entity, ForeignKey } from 'typeorm';
import { StoredRow } from '#api/platform/database/base-rows.js';

/** A safeguarding referral. */
@Entity({ schema: 'app', name: 'referral' })
export class ReferralEntity extends StoredRow {
  @Column({ name: 'episode_id', type: 'uuid', nullable: true })
  @ForeignKey('EpisodeEntity')
  episodeId!: string | null;

  @Column({ name: 'subject_id', type: 'uuid', nullable: true })
  @ForeignKey('PersonEntity')
  subjectId!: string | null;

  @Column({ name: 'about_person_id', type: 'uuid', nullable: true })
  @ForeignKey('PersonEntity')
  aboutPersonId!: string | null;

  @Column({ type: 'text' })
  category!: string;

  @Column({ name: 'source_agency_id', type: 'uuid' })
  @ForeignKey('AgencyEntity')
  sourceAgencyId!: string;

  @Column({ name: 'author_id', type: 'uuid' })
  @ForeignKey('AppUserEntity')
  authorId!: string;

  @Column({ name: 'named_worker_ids', type: 'uuid', array: true })
  namedWorkerIds!: string[];

  @Column({ name: 'child_named', type: 'text', nullable: true })
  childNamed!: string | null;

  @Column({ type: 'text', nullable: true })
  facts!: string | null;

  @Column({ type: 'text', nullable: true })
  ground!: string | null;

  @Column({ type: 'text', nullable: true })
  agreement!: string | null;

  @Column({ name: 'family_told', type: 'text', nullable: true })
  familyTold!: string | null;

  @Column({ name: 'not_told_reason', type: 'text', nullable: true })
  notToldReason!: string | null;

  @Column({ type: 'text' })
  status!: string;

  @Column({ name: 'acceptance_ref', type: 'text', nullable: true })
  acceptanceRef!: string | null;

  @Column({ name: 'decision_reason', type: 'text', nullable: true })
  decisionReason!: string | null;

  @Column({ name: 'decided_by', type: 'uuid', nullable: true })
  @ForeignKey('AppUserEntity')
  decidedBy!: string | null;

  @Column({ name: 'decided_at', type: 'timestamptz', nullable: true })
  decidedAt!: Date | null;

  @Column({ name: 'completed_at', type: 'timestamptz', nullable: true })
  completedAt!: Date | null;
}

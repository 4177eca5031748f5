import { Column, Entity, ForeignKey } from 'typeorm';
import { StoredRow } from '#api/platform/database/base-rows.js';

/** A review of access without agreement, an investigation, or a breach to deal with. */
@Entity({ schema: 'app', name: 'access_review' })
export class AccessReviewEntity extends StoredRow {
  @Column({ type: 'text' })
  kind!: string;

  @Column({ type: 'text' })
  reference!: string;

  @Column({ name: 'break_glass_id', type: 'uuid', nullable: true })
  @ForeignKey('BreakGlassEntity')
  breakGlassId!: string | null;

  @Column({ name: 'disclosure_id', type: 'uuid', nullable: true })
  @ForeignKey('DisclosureEntity')
  disclosureId!: string | null;

  @Column({ name: 'episode_id', type: 'uuid' })
  @ForeignKey('EpisodeEntity')
  episodeId!: string;

  @Column({ name: 'about_user_id', type: 'uuid' })
  @ForeignKey('AppUserEntity')
  aboutUserId!: string;

  @Column({ name: 'about_agency_id', type: 'uuid' })
  @ForeignKey('AgencyEntity')
  aboutAgencyId!: string;

  @Column({ type: 'integer' })
  uses!: number;

  @Column({ name: 'due_on', type: 'date' })
  dueOn!: string;

  @Column({ name: 'start_by', type: 'date' })
  startBy!: string;

  @Column({ name: 'started_at', type: 'timestamptz', nullable: true })
  startedAt!: Date | null;

  @Column({ name: 'reviewer_id', type: 'uuid', nullable: true })
  @ForeignKey('AppUserEntity')
  reviewerId!: string | null;

  @Column({ type: 'text', nullable: true })
  outcome!: string | null;

  @Column({ type: 'text', nullable: true })
  words!: string | null;

  @Column({ name: 'decided_at', type: 'timestamptz', nullable: true })
  decidedAt!: Date | null;
}

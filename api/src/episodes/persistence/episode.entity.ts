import { Column, Entity, ForeignKey } from 'typeorm';
import { StoredRow } from '#api/platform/database/base-rows.js';

/** One continuous period of work for a child or family: only what the index may say. */
@Entity({ schema: 'app', name: 'episode' })
export class EpisodeEntity extends StoredRow {
  @Column({ type: 'text' })
  ref!: string;

  @Column({ type: 'text' })
  type!: string;

  @Column({ type: 'text' })
  state!: string;

  @Column({ name: 'state_before', type: 'text', nullable: true })
  stateBefore!: string | null;

  @Column({ name: 'state_since', type: 'timestamptz' })
  stateSince!: Date;

  @Column({ name: 'source_of_concern', type: 'text' })
  sourceOfConcern!: string;

  @Column({ name: 'initiating_agency_id', type: 'uuid' })
  @ForeignKey('AgencyEntity')
  initiatingAgencyId!: string;

  @Column({ type: 'text' })
  locality!: string;

  @Column({ name: 'opened_on', type: 'date' })
  openedOn!: string;

  @Column({ name: 'agreed_on', type: 'date', nullable: true })
  agreedOn!: string | null;

  @Column({ name: 'completed_on', type: 'date', nullable: true })
  completedOn!: string | null;

  @Column({ name: 'plan_agreed_on', type: 'date', nullable: true })
  planAgreedOn!: string | null;

  @Column({ name: 'next_review_on', type: 'date', nullable: true })
  nextReviewOn!: string | null;

  @Column({ name: 'closed_on', type: 'date', nullable: true })
  closedOn!: string | null;

  @Column({ name: 'closed_at', type: 'timestamptz', nullable: true })
  closedAt!: Date | null;

  @Column({ name: 'closure_reason', type: 'text', nullable: true })
  closureReason!: string | null;

  @Column({ name: 'withdrawn_at', type: 'timestamptz', nullable: true })
  withdrawnAt!: Date | null;

  @Column({ name: 'legal_hold', type: 'boolean' })
  legalHold!: boolean;

  @Column({ name: 'merged_into_id', type: 'uuid', nullable: true })
  @ForeignKey('EpisodeEntity')
  mergedIntoId!: string | null;

  @Column({ name: 'disputed_consent', type: 'boolean' })
  disputedConsent!: boolean;
}

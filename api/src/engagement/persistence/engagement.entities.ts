import { Column, Entity, ForeignKey } from 'typeorm';
import { StoredRow } from '#api/platform/database/base-rows.js';

/** Something talked about between services without saying who it is. */
@Entity({ schema: 'app', name: 'consultation' })
export class ConsultationEntity extends StoredRow {
  @Column({ name: 'asked_agency_id', type: 'uuid' })
  @ForeignKey('AgencyEntity')
  askedAgencyId!: string;

  @Column({ type: 'text' })
  question!: string;

  @Column({ name: 'held_on', type: 'date', nullable: true })
  heldOn!: string | null;

  @Column({ type: 'text', nullable: true })
  advice!: string | null;

  @Column({ name: 'held_by', type: 'uuid', nullable: true })
  @ForeignKey('AppUserEntity')
  heldBy!: string | null;
}

/** Somebody asked. */
@Entity({ schema: 'app', name: 'consultation_member' })
export class ConsultationMemberEntity extends StoredRow {
  @Column({ name: 'consultation_id', type: 'uuid' })
  @ForeignKey('ConsultationEntity')
  consultationId!: string;

  @Column({ name: 'user_id', type: 'uuid' })
  @ForeignKey('AppUserEntity')
  userId!: string;

  @Column({ name: 'agency_id', type: 'uuid' })
  @ForeignKey('AgencyEntity')
  agencyId!: string;
}

/** Which case a consultation is about: for the service that asked, and nobody else. */
@Entity({ schema: 'app', name: 'consultation_case' })
export class ConsultationCaseEntity extends StoredRow {
  @Column({ name: 'consultation_id', type: 'uuid' })
  @ForeignKey('ConsultationEntity')
  consultationId!: string;

  @Column({ name: 'episode_id', type: 'uuid' })
  @ForeignKey('EpisodeEntity')
  episodeId!: string;

  @Column({ name: 'agency_id', type: 'uuid' })
  @ForeignKey('AgencyEntity')
  agencyId!: string;
}

/** One service's own plan while there is no agreement. */
@Entity({ schema: 'app', name: 'engagement_plan' })
export class EngagementPlanEntity extends StoredRow {
  @Column({ name: 'agency_id', type: 'uuid' })
  @ForeignKey('AgencyEntity')
  agencyId!: string;

  @Column({ name: 'author_id', type: 'uuid' })
  @ForeignKey('AppUserEntity')
  authorId!: string;

  @Column({ name: 'episode_id', type: 'uuid', nullable: true })
  @ForeignKey('EpisodeEntity')
  episodeId!: string | null;

  @Column({ name: 'consultation_id', type: 'uuid', nullable: true })
  @ForeignKey('ConsultationEntity')
  consultationId!: string | null;

  @Column({ name: 'own_part', type: 'text' })
  ownPart!: string;

  @Column({ type: 'text', nullable: true })
  offered!: string | null;

  @Column({ name: 'next_offer_on', type: 'date' })
  nextOfferOn!: string;

  @Column({ name: 'review_on', type: 'date' })
  reviewOn!: string;

  @Column({ name: 'ended_at', type: 'timestamptz', nullable: true })
  endedAt!: Date | null;
}

/** A plan looked at again. */
@Entity({ schema: 'app', name: 'engagement_review' })
export class EngagementReviewEntity extends StoredRow {
  @Column({ name: 'plan_id', type: 'uuid' })
  @ForeignKey('EngagementPlanEntity')
  planId!: string;

  @Column({ name: 'held_on', type: 'date' })
  heldOn!: string;

  @Column({ type: 'text' })
  words!: string;

  @Column({ name: 'what_next', type: 'text' })
  whatNext!: string;
}

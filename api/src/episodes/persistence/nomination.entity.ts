import { Column, Entity, ForeignKey } from 'typeorm';
import { StoredRow } from '#api/platform/database/base-rows.js';

/** An offer of the lead role and its answer. */
@Entity({ schema: 'app', name: 'nomination' })
export class NominationEntity extends StoredRow {
  @Column({ name: 'episode_id', type: 'uuid' })
  @ForeignKey('EpisodeEntity')
  episodeId!: string;

  @Column({ name: 'nominee_id', type: 'uuid' })
  @ForeignKey('AppUserEntity')
  nomineeId!: string;

  @Column({ name: 'nominee_agency_id', type: 'uuid' })
  @ForeignKey('AgencyEntity')
  nomineeAgencyId!: string;

  @Column({ name: 'lead_type', type: 'text' })
  leadType!: string;

  @Column({ type: 'text' })
  status!: string;

  @Column({ name: 'family_preference', type: 'text', nullable: true })
  familyPreference!: string | null;

  @Column({ type: 'text', nullable: true })
  message!: string | null;

  @Column({ name: 'decided_at', type: 'timestamptz', nullable: true })
  decidedAt!: Date | null;

  @Column({ name: 'decline_reason', type: 'text', nullable: true })
  declineReason!: string | null;
}

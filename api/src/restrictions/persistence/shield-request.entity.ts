import { Column, Entity, ForeignKey } from 'typeorm';
import { StoredRow } from '#api/platform/database/base-rows.js';

/** Somebody who works with a child asks the CAF team to shield the record. */
@Entity({ schema: 'app', name: 'shield_request' })
export class ShieldRequestEntity extends StoredRow {
  @Column({ name: 'episode_id', type: 'uuid' })
  @ForeignKey('EpisodeEntity')
  episodeId!: string;

  @Column({ name: 'person_id', type: 'uuid' })
  @ForeignKey('PersonEntity')
  personId!: string;

  @Column({ name: 'requester_id', type: 'uuid' })
  @ForeignKey('AppUserEntity')
  requesterId!: string;

  @Column({ name: 'requester_agency_id', type: 'uuid' })
  @ForeignKey('AgencyEntity')
  requesterAgencyId!: string;

  @Column({ type: 'text' })
  ground!: string;

  @Column({ type: 'text' })
  reason!: string;

  @Column({ type: 'text' })
  status!: string;

  @Column({ name: 'answered_by', type: 'uuid', nullable: true })
  @ForeignKey('AppUserEntity')
  answeredBy!: string | null;

  @Column({ name: 'answered_at', type: 'timestamptz', nullable: true })
  answeredAt!: Date | null;

  @Column({ type: 'text', nullable: true })
  answer!: string | null;
}

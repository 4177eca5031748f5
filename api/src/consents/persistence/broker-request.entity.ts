import { Column, Entity, ForeignKey } from 'typeorm';
import { StoredRow } from '#api/platform/database/base-rows.js';

/** Somebody of a team asks the CAF team whether a specialist service could be in touch. */
@Entity({ schema: 'app', name: 'broker_request' })
export class BrokerRequestEntity extends StoredRow {
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
  reason!: string;

  @Column({ type: 'text' })
  status!: string;

  @Column({ name: 'taken_by', type: 'uuid', nullable: true })
  @ForeignKey('AppUserEntity')
  takenBy!: string | null;

  @Column({ name: 'taken_at', type: 'timestamptz', nullable: true })
  takenAt!: Date | null;

  @Column({ type: 'text', nullable: true })
  said!: string | null;

  @Column({ type: 'text', nullable: true })
  words!: string | null;

  @Column({ name: 'answered_at', type: 'timestamptz', nullable: true })
  answeredAt!: Date | null;
}

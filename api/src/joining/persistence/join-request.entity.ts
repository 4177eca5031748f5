import { Column, Entity, ForeignKey } from 'typeorm';
import { StoredRow } from '#api/platform/database/base-rows.js';

/** A worker who met an index answer asks to join the work with a child. One question may meet several records. */
@Entity({ schema: 'app', name: 'join_request' })
export class JoinRequestEntity extends StoredRow {
  @Column({ name: 'ask_id', type: 'uuid' })
  askId!: string;

  @Column({ name: 'episode_id', type: 'uuid' })
  @ForeignKey('EpisodeEntity')
  episodeId!: string;

  @Column({ name: 'subject_id', type: 'uuid' })
  @ForeignKey('PersonEntity')
  subjectId!: string;

  @Column({ name: 'requester_id', type: 'uuid' })
  @ForeignKey('AppUserEntity')
  requesterId!: string;

  @Column({ name: 'requester_agency_id', type: 'uuid' })
  @ForeignKey('AgencyEntity')
  requesterAgencyId!: string;

  @Column({ name: 'asked_for', type: 'text' })
  askedFor!: string;

  @Column({ type: 'text' })
  why!: string;

  @Column({ type: 'text' })
  status!: string;

  @Column({ name: 'answered_by', type: 'uuid', nullable: true })
  @ForeignKey('AppUserEntity')
  answeredBy!: string | null;

  @Column({ name: 'answered_at', type: 'timestamptz', nullable: true })
  answeredAt!: Date | null;

  @Column({ type: 'text', nullable: true })
  reason!: string | null;
}

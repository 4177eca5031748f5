import { Column, Entity, ForeignKey } from 'typeorm';
import { StoredRow } from '#api/platform/database/base-rows.js';

/** A service is asked to join the work with a child. */
@Entity({ schema: 'app', name: 'service_request' })
export class ServiceRequestEntity extends StoredRow {
  @Column({ name: 'entry_id', type: 'uuid' })
  @ForeignKey('ServiceEntryEntity')
  entryId!: string;

  @Column({ name: 'episode_id', type: 'uuid' })
  @ForeignKey('EpisodeEntity')
  episodeId!: string;

  @Column({ name: 'subject_id', type: 'uuid' })
  @ForeignKey('PersonEntity')
  subjectId!: string;

  @Column({ name: 'asker_id', type: 'uuid' })
  @ForeignKey('AppUserEntity')
  askerId!: string;

  @Column({ name: 'asker_agency_id', type: 'uuid' })
  @ForeignKey('AgencyEntity')
  askerAgencyId!: string;

  @Column({ name: 'user_id', type: 'uuid' })
  @ForeignKey('AppUserEntity')
  userId!: string;

  @Column({ name: 'agency_id', type: 'uuid' })
  @ForeignKey('AgencyEntity')
  agencyId!: string;

  @Column({ name: 'child_name', type: 'text' })
  childName!: string;

  @Column({ type: 'text' })
  words!: string;

  @Column({ type: 'text' })
  status!: string;

  @Column({ name: 'answer_by', type: 'date' })
  answerBy!: string;

  @Column({ type: 'text', nullable: true })
  reason!: string | null;

  @Column({ name: 'answered_at', type: 'timestamptz', nullable: true })
  answeredAt!: Date | null;
}

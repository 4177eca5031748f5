import { Column, Entity, ForeignKey } from 'typeorm';
import { StoredRow } from '#api/platform/database/base-rows.js';

/** The involvement of a sensitive service, kept apart. */
@Entity({ schema: 'app', name: 'sensitive_service' })
export class SensitiveServiceEntity extends StoredRow {
  @Column({ name: 'episode_id', type: 'uuid' })
  @ForeignKey('EpisodeEntity')
  episodeId!: string;

  @Column({ name: 'person_id', type: 'uuid' })
  @ForeignKey('PersonEntity')
  personId!: string;

  @Column({ name: 'giver_person_id', type: 'uuid' })
  @ForeignKey('PersonEntity')
  giverPersonId!: string;

  @Column({ type: 'text' })
  category!: string;

  @Column({ type: 'text' })
  level!: string;

  @Column({ name: 'line_agreed', type: 'boolean' })
  lineAgreed!: boolean;

  @Column({ name: 'agency_id', type: 'uuid', nullable: true })
  @ForeignKey('AgencyEntity')
  agencyId!: string | null;

  @Column({ name: 'worker_id', type: 'uuid', nullable: true })
  @ForeignKey('AppUserEntity')
  workerId!: string | null;

  @Column({ name: 'from_at', type: 'timestamptz' })
  fromAt!: Date;

  @Column({ name: 'until_at', type: 'timestamptz' })
  untilAt!: Date;
}

import { Column, Entity, ForeignKey } from 'typeorm';
import { StoredRow } from '#api/platform/database/base-rows.js';

/** A recorded disclosure, emergency view or court order in force. */
@Entity({ schema: 'app', name: 'access_grant' })
export class AccessGrantEntity extends StoredRow {
  @Column({ type: 'text' })
  kind!: string;

  @Column({ name: 'episode_id', type: 'uuid' })
  @ForeignKey('EpisodeEntity')
  episodeId!: string;

  @Column({ name: 'subject_id', type: 'uuid' })
  @ForeignKey('PersonEntity')
  subjectId!: string;

  @Column({ name: 'user_id', type: 'uuid', nullable: true })
  @ForeignKey('AppUserEntity')
  userId!: string | null;

  @Column({ name: 'agency_id', type: 'uuid', nullable: true })
  @ForeignKey('AgencyEntity')
  agencyId!: string | null;

  @Column({ type: 'text', array: true })
  categories!: string[];

  @Column({ type: 'text' })
  purpose!: string;

  @Column({ type: 'text' })
  ground!: string;

  @Column({ type: 'text' })
  reason!: string;

  @Column({ name: 'from_at', type: 'timestamptz' })
  fromAt!: Date;

  @Column({ name: 'until_at', type: 'timestamptz' })
  untilAt!: Date;
}

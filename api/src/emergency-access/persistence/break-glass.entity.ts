import { Column, Entity, ForeignKey } from 'typeorm';
import { StoredRow } from '#api/platform/database/base-rows.js';

/** A request for emergency access and what became of it. */
@Entity({ schema: 'app', name: 'break_glass' })
export class BreakGlassEntity extends StoredRow {
  @Column({ type: 'text' })
  reference!: string;

  @Column({ name: 'episode_id', type: 'uuid' })
  @ForeignKey('EpisodeEntity')
  episodeId!: string;

  @Column({ name: 'subject_id', type: 'uuid' })
  @ForeignKey('PersonEntity')
  subjectId!: string;

  @Column({ name: 'user_id', type: 'uuid' })
  @ForeignKey('AppUserEntity')
  userId!: string;

  @Column({ name: 'agency_id', type: 'uuid' })
  @ForeignKey('AgencyEntity')
  agencyId!: string;

  @Column({ type: 'text' })
  role!: string;

  @Column({ type: 'text', array: true })
  categories!: string[];

  @Column({ type: 'text' })
  purpose!: string;

  @Column({ type: 'text' })
  ground!: string;

  @Column({ type: 'text' })
  reason!: string;

  @Column({ name: 'on_shield', type: 'boolean' })
  onShield!: boolean;

  @Column({ type: 'text' })
  status!: string;

  @Column({ name: 'answered_by', type: 'uuid', nullable: true })
  @ForeignKey('AppUserEntity')
  answeredBy!: string | null;

  @Column({ name: 'answered_at', type: 'timestamptz', nullable: true })
  answeredAt!: Date | null;

  @Column({ name: 'grant_id', type: 'uuid', nullable: true })
  @ForeignKey('AccessGrantEntity')
  grantId!: string | null;

  @Column({ name: 'opened_at', type: 'timestamptz', nullable: true })
  openedAt!: Date | null;

  @Column({ name: 'ends_at', type: 'timestamptz', nullable: true })
  endsAt!: Date | null;

  @Column({ name: 'ended_at', type: 'timestamptz', nullable: true })
  endedAt!: Date | null;
}

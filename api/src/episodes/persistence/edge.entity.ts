import { Column, Entity, ForeignKey } from 'typeorm';
import { StoredRow } from '#api/platform/database/base-rows.js';

/** Who works the case, as what, from when to when. End-dated, never deleted. */
@Entity({ schema: 'app', name: 'edge' })
export class EdgeEntity extends StoredRow {
  @Column({ name: 'episode_id', type: 'uuid' })
  @ForeignKey('EpisodeEntity')
  episodeId!: string;

  @Column({ name: 'user_id', type: 'uuid' })
  @ForeignKey('AppUserEntity')
  userId!: string;

  @Column({ name: 'agency_id', type: 'uuid' })
  @ForeignKey('AgencyEntity')
  agencyId!: string;

  @Column({ type: 'text' })
  kind!: string;

  @Column({ name: 'lead_type', type: 'text', nullable: true })
  leadType!: string | null;

  @Column({ name: 'professional_role', type: 'text' })
  professionalRole!: string;

  @Column({ name: 'sensitive_class', type: 'text' })
  sensitiveClass!: string;

  @Column({ type: 'text', array: true })
  categories!: string[];

  @Column({ name: 'person_id', type: 'uuid', nullable: true })
  @ForeignKey('PersonEntity')
  personId!: string | null;

  @Column({ name: 'from_at', type: 'timestamptz' })
  fromAt!: Date;

  @Column({ name: 'until_at', type: 'timestamptz' })
  untilAt!: Date;

  @Column({ name: 'read_until', type: 'timestamptz' })
  readUntil!: Date;

  @Column({ name: 'ended_reason', type: 'text', nullable: true })
  endedReason!: string | null;

  @Column({ type: 'boolean' })
  interim!: boolean;
}

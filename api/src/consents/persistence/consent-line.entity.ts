import { Column, Entity, ForeignKey } from 'typeorm';
import { StoredRow } from '#api/platform/database/base-rows.js';

/** What one recipient may have of one kind of information. */
@Entity({ schema: 'app', name: 'consent_line' })
export class ConsentLineEntity extends StoredRow {
  @Column({ name: 'consent_id', type: 'uuid' })
  @ForeignKey('ConsentEntity')
  consentId!: string;

  @Column({ name: 'episode_id', type: 'uuid' })
  @ForeignKey('EpisodeEntity')
  episodeId!: string;

  @Column({ name: 'subject_id', type: 'uuid' })
  @ForeignKey('PersonEntity')
  subjectId!: string;

  @Column({ name: 'about_person_id', type: 'uuid', nullable: true })
  @ForeignKey('PersonEntity')
  aboutPersonId!: string | null;

  @Column({ name: 'giver_person_id', type: 'uuid' })
  @ForeignKey('PersonEntity')
  giverPersonId!: string;

  @Column({ name: 'recipient_type', type: 'text' })
  recipientType!: string;

  @Column({ name: 'recipient_agency_id', type: 'uuid', nullable: true })
  @ForeignKey('AgencyEntity')
  recipientAgencyId!: string | null;

  @Column({ name: 'recipient_user_id', type: 'uuid', nullable: true })
  @ForeignKey('AppUserEntity')
  recipientUserId!: string | null;

  @Column({ type: 'text' })
  category!: string;

  @Column({ type: 'text', array: true })
  purposes!: string[];

  @Column({ type: 'text' })
  decision!: string;

  @Column({ type: 'text', nullable: true })
  conditions!: string | null;

  @Column({ type: 'boolean' })
  history!: boolean;

  @Column({ name: 'index_listing', type: 'boolean' })
  indexListing!: boolean;

  @Column({ name: 'given_at', type: 'timestamptz' })
  givenAt!: Date;

  @Column({ name: 'valid_from', type: 'date' })
  validFrom!: string;

  @Column({ name: 'expires_on', type: 'date', nullable: true })
  expiresOn!: string | null;

  @Column({ name: 'from_at', type: 'timestamptz' })
  fromAt!: Date;

  @Column({ name: 'until_at', type: 'timestamptz' })
  untilAt!: Date;

  @Column({ name: 'team_read_until', type: 'timestamptz' })
  teamReadUntil!: Date;

  @Column({ name: 'lead_read_until', type: 'timestamptz' })
  leadReadUntil!: Date;

  /** Somebody said something else about the same: the guards ask the whole rule. Kept by the database. */
  @Column({ type: 'boolean' })
  contested!: boolean;

  @Column({ type: 'text' })
  status!: string;

  @Column({ name: 'ended_at', type: 'timestamptz', nullable: true })
  endedAt!: Date | null;

  @Column({ name: 'ended_by', type: 'uuid', nullable: true })
  @ForeignKey('AppUserEntity')
  endedBy!: string | null;

  @Column({ name: 'ended_how', type: 'text', nullable: true })
  endedHow!: string | null;

  @Column({ name: 'superseded_by_id', type: 'uuid', nullable: true })
  @ForeignKey('ConsentEntity')
  supersededById!: string | null;
}

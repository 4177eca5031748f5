import { Column, Entity, ForeignKey } from 'typeorm';
import { StoredRow } from '#api/platform/database/base-rows.js';

/** Police tell that a child was there when there was violence at home, in the sender's words. */
@Entity({ schema: 'app', name: 'police_notice' })
export class PoliceNoticeEntity extends StoredRow {
  @Column({ name: 'author_id', type: 'uuid' })
  @ForeignKey('AppUserEntity')
  authorId!: string;

  @Column({ name: 'source_agency_id', type: 'uuid' })
  @ForeignKey('AgencyEntity')
  sourceAgencyId!: string;

  @Column({ type: 'text' })
  source!: string;

  @Column({ type: 'text' })
  category!: string;

  @Column({ name: 'given_names', type: 'text' })
  givenNames!: string;

  @Column({ name: 'family_name', type: 'text' })
  familyName!: string;

  @Column({ name: 'date_of_birth', type: 'date' })
  dateOfBirth!: string;

  @Column({ name: 'incident_on', type: 'date' })
  incidentOn!: string;

  @Column({ type: 'text' })
  facts!: string;

  @Column({ name: 'before_on', type: 'date' })
  beforeOn!: string;

  @Column({ name: 'passed_on_at', type: 'timestamptz', nullable: true })
  passedOnAt!: Date | null;
}

/** Whom it was brought to, and what they did. Never read by the sender. */
@Entity({ schema: 'app', name: 'police_notice_reader' })
export class PoliceNoticeReaderEntity extends StoredRow {
  @Column({ name: 'notice_id', type: 'uuid' })
  @ForeignKey('PoliceNoticeEntity')
  noticeId!: string;

  @Column({ name: 'user_id', type: 'uuid' })
  @ForeignKey('AppUserEntity')
  userId!: string;

  @Column({ name: 'person_id', type: 'uuid', nullable: true })
  @ForeignKey('PersonEntity')
  personId!: string | null;

  @Column({ name: 'seen_at', type: 'timestamptz', nullable: true })
  seenAt!: Date | null;

  @Column({ type: 'text', nullable: true })
  done!: string | null;
}

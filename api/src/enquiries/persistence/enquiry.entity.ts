import { Column, Entity, ForeignKey } from 'typeorm';
import { StoredRow } from '#api/platform/database/base-rows.js';

/** A request for support or for advice, before there is a case. */
@Entity({ schema: 'app', name: 'enquiry' })
export class EnquiryEntity extends StoredRow {
  @Column({ name: 'agency_id', type: 'uuid' })
  @ForeignKey('AgencyEntity')
  agencyId!: string;

  @Column({ name: 'author_id', type: 'uuid' })
  @ForeignKey('AppUserEntity')
  authorId!: string;

  @Column({ type: 'text' })
  kind!: string;

  @Column({ type: 'text' })
  source!: string;

  @Column({ name: 'caller_name', type: 'text', nullable: true })
  callerName!: string | null;

  @Column({ name: 'caller_contact', type: 'text', nullable: true })
  callerContact!: string | null;

  @Column({ name: 'is_unborn', type: 'boolean' })
  isUnborn!: boolean;

  @Column({ name: 'given_names', type: 'text', nullable: true })
  givenNames!: string | null;

  @Column({ name: 'family_name', type: 'text', nullable: true })
  familyName!: string | null;

  @Column({ name: 'no_surname', type: 'boolean' })
  noSurname!: boolean;

  @Column({ name: 'date_of_birth', type: 'date', nullable: true })
  dateOfBirth!: string | null;

  @Column({ name: 'due_date', type: 'date', nullable: true })
  dueDate!: string | null;

  @Column({ type: 'text', nullable: true })
  sex!: string | null;

  @Column({ type: 'text', nullable: true })
  postcode!: string | null;

  @Column({ name: 'no_fixed_address', type: 'boolean' })
  noFixedAddress!: boolean;

  @Column({ type: 'text', nullable: true })
  setting!: string | null;

  @Column({ type: 'text', array: true })
  issues!: string[];

  @Column({ name: 'what_for', type: 'text' })
  whatFor!: string;

  @Column({ type: 'text', nullable: true })
  strengths!: string | null;

  @Column({ type: 'text', nullable: true })
  tried!: string | null;

  @Column({ name: 'family_knows', type: 'boolean', nullable: true })
  familyKnows!: boolean | null;

  @Column({ type: 'text', nullable: true })
  agreed!: string | null;

  @Column({ name: 'agreed_by', type: 'text', nullable: true })
  agreedBy!: string | null;

  @Column({ name: 'agreed_name', type: 'text', nullable: true })
  agreedName!: string | null;

  @Column({ name: 'agreed_on', type: 'date', nullable: true })
  agreedOn!: string | null;

  @Column({ name: 'pass_on', type: 'boolean', nullable: true })
  passOn!: boolean | null;

  @Column({ name: 'not_to', type: 'uuid', array: true })
  notTo!: string[];

  @Column({ name: 'may_hear', type: 'boolean', nullable: true })
  mayHear!: boolean | null;

  @Column({ type: 'text' })
  status!: string;

  @Column({ name: 'decide_by', type: 'date' })
  decideBy!: string;

  @Column({ name: 'withdrawn_reason', type: 'text', nullable: true })
  withdrawnReason!: string | null;

  @Column({ name: 'episode_id', type: 'uuid', nullable: true })
  @ForeignKey('EpisodeEntity')
  episodeId!: string | null;

  @Column({ name: 'subject_id', type: 'uuid', nullable: true })
  @ForeignKey('PersonEntity')
  subjectId!: string | null;
}

import { Column, Entity, ForeignKey } from 'typeorm';
import { StoredRow } from '#api/platform/database/base-rows.js';

/** Somebody asks for what is held. */
@Entity({ schema: 'app', name: 'record_request' })
export class RecordRequestEntity extends StoredRow {
  @Column({ type: 'text', unique: true })
  reference!: string;

  @Column({ name: 'episode_id', type: 'uuid' })
  @ForeignKey('EpisodeEntity')
  episodeId!: string;

  @Column({ name: 'episode_ref', type: 'text' })
  episodeRef!: string;

  @Column({ name: 'child_id', type: 'uuid' })
  @ForeignKey('PersonEntity')
  childId!: string;

  @Column({ type: 'text' })
  kind!: string;

  @Column({ type: 'text' })
  status!: string;

  @Column({ type: 'text' })
  requester!: string;

  @Column({ type: 'text' })
  capacity!: string;

  @Column({ name: 'for_person_id', type: 'uuid', nullable: true })
  @ForeignKey('PersonEntity')
  forPersonId!: string | null;

  @Column({ name: 'received_on', type: 'date' })
  receivedOn!: string;

  @Column({ name: 'identity_proven_on', type: 'date', nullable: true })
  identityProvenOn!: string | null;

  @Column({ name: 'identity_how', type: 'text', nullable: true })
  identityHow!: string | null;

  @Column({ name: 'due_on', type: 'date', nullable: true })
  dueOn!: string | null;

  @Column({ name: 'extended_by', type: 'smallint', nullable: true })
  extendedBy!: number | null;

  @Column({ name: 'extension_reason', type: 'text', nullable: true })
  extensionReason!: string | null;

  @Column({ name: 'child_answer', type: 'text', nullable: true })
  childAnswer!: string | null;

  @Column({ name: 'child_words', type: 'text', nullable: true })
  childWords!: string | null;

  @Column({ name: 'refusal_ground', type: 'text', nullable: true })
  refusalGround!: string | null;

  @Column({ type: 'text', nullable: true })
  reason!: string | null;

  /** Where the child is must not be told to this reader. */
  @Column({ type: 'boolean' })
  located!: boolean;

  /** The words that tell it, taken out of every line. */
  @Column({ type: 'text', array: true })
  always!: string[];

  @Column({ name: 'packed_by', type: 'uuid', nullable: true })
  @ForeignKey('AppUserEntity')
  packedBy!: string | null;

  @Column({ name: 'checked_by', type: 'uuid', nullable: true })
  @ForeignKey('AppUserEntity')
  checkedBy!: string | null;

  @Column({ type: 'text', nullable: true })
  digest!: string | null;

  @Column({ name: 'sent_on', type: 'date', nullable: true })
  sentOn!: string | null;

  @Column({ name: 'sent_how', type: 'text', nullable: true })
  sentHow!: string | null;

  @Column({ type: 'text', nullable: true })
  proof!: string | null;
}

/** One line of a pack: as it was found, and what becomes of it. */
@Entity({ schema: 'app', name: 'record_request_line' })
export class RecordRequestLineEntity extends StoredRow {
  @Column({ name: 'request_id', type: 'uuid' })
  @ForeignKey('RecordRequestEntity')
  requestId!: string;

  @Column({ type: 'integer' })
  position!: number;

  @Column({ type: 'text' })
  source!: string;

  @Column({ name: 'source_id', type: 'uuid' })
  sourceId!: string;

  @Column({ type: 'date' })
  day!: string;

  @Column({ type: 'text' })
  category!: string;

  @Column({ name: 'by_whom', type: 'text', nullable: true })
  byWhom!: string | null;

  @Column({ type: 'text' })
  text!: string;

  @Column({ type: 'text' })
  decision!: string;

  @Column({ type: 'text', nullable: true })
  ground!: string | null;

  @Column({ type: 'text', array: true })
  passages!: string[];

  @Column({ type: 'text', nullable: true })
  note!: string | null;

  @Column({ type: 'boolean' })
  locked!: boolean;
}

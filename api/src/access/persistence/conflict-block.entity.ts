import { Column, Entity, ForeignKey } from 'typeorm';
import { StoredRow } from '#api/platform/database/base-rows.js';

/** A worker locked out of a record. */
@Entity({ schema: 'app', name: 'conflict_block' })
export class ConflictBlockEntity extends StoredRow {
  @Column({ name: 'person_id', type: 'uuid' })
  @ForeignKey('PersonEntity')
  personId!: string;

  @Column({ name: 'user_id', type: 'uuid' })
  @ForeignKey('AppUserEntity')
  userId!: string;

  @Column({ type: 'text' })
  reason!: string;

  @Column({ name: 'from_at', type: 'timestamptz' })
  fromAt!: Date;

  @Column({ name: 'until_at', type: 'timestamptz' })
  untilAt!: Date;
  /** NAMED by somebody, or a RELATIVE the worker named. */
  @Column({ type: 'text' })
  basis!: string;

  @Column({ name: 'asked_by', type: 'text' })
  askedBy!: string;

  @Column({ name: 'relative_id', type: 'uuid', nullable: true })
  @ForeignKey('StaffRelativeEntity')
  relativeId!: string | null;

  @Column({ name: 'confirmed_by', type: 'uuid', nullable: true })
  @ForeignKey('AppUserEntity')
  confirmedBy!: string | null;

  @Column({ name: 'confirmed_at', type: 'timestamptz', nullable: true })
  confirmedAt!: Date | null;

  @Column({ name: 'ended_by', type: 'uuid', nullable: true })
  @ForeignKey('AppUserEntity')
  endedBy!: string | null;

  @Column({ name: 'ended_reason', type: 'text', nullable: true })
  endedReason!: string | null;
}

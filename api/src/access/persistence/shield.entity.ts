import { Column, Entity, ForeignKey } from 'typeorm';
import { StoredRow } from '#api/platform/database/base-rows.js';

/** Hides where a person is from everyone not on its list. */
@Entity({ schema: 'app', name: 'shield' })
export class ShieldEntity extends StoredRow {
  @Column({ name: 'person_id', type: 'uuid' })
  @ForeignKey('PersonEntity')
  personId!: string;

  @Column({ name: 'protected_person_ids', type: 'uuid', array: true })
  protectedPersonIds!: string[];

  @Column({ name: 'household_person_ids', type: 'uuid', array: true })
  householdPersonIds!: string[];

  @Column({ type: 'text' })
  kind!: string;

  @Column({ type: 'text' })
  ground!: string;

  @Column({ name: 'from_at', type: 'timestamptz' })
  fromAt!: Date;

  @Column({ name: 'until_at', type: 'timestamptz' })
  untilAt!: Date;

  @Column({ name: 'review_on', type: 'date', nullable: true })
  reviewOn!: string | null;

  /** Opening a protected record takes two: who asked, and who agreed. */
  @Column({ name: 'lift_asked_by', type: 'uuid', nullable: true })
  @ForeignKey('AppUserEntity')
  liftAskedBy!: string | null;

  @Column({ name: 'lift_asked_at', type: 'timestamptz', nullable: true })
  liftAskedAt!: Date | null;

  @Column({ name: 'lift_reason', type: 'text', nullable: true })
  liftReason!: string | null;

  @Column({ name: 'lifted_by', type: 'uuid', nullable: true })
  @ForeignKey('AppUserEntity')
  liftedBy!: string | null;
}

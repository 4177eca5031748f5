import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** The secret address of somebody's own calendar, for one of their hats. */
@Entity({ schema: 'app', name: 'calendar_feed' })
export class CalendarFeedEntity {
  @PrimaryColumn({ name: 'membership_id', type: 'uuid' })
  @ForeignKey('MembershipEntity')
  membershipId!: string;

  @Column({ name: 'user_id', type: 'uuid' })
  @ForeignKey('AppUserEntity')
  userId!: string;

  /** SHA-256 of the address's secret, which is not stored. */
  @Column({ name: 'token_hash', type: 'bytea' })
  tokenHash!: Buffer;

  @Column({ name: 'made_at', type: 'timestamptz' })
  madeAt!: Date;

  @Column({ name: 'fetched_on', type: 'date', nullable: true })
  fetchedOn!: string | null;

  /** Cases written down as looked at on that day. */
  @Column({ type: 'uuid', array: true })
  written!: string[];
}

import { Column, Entity, ForeignKey } from 'typeorm';
import { StoredRow } from '#api/platform/database/base-rows.js';

/** A day on which a panel sits. */
@Entity({ schema: 'app', name: 'panel_day' })
export class PanelDayEntity extends StoredRow {
  @Column({ name: 'agency_id', type: 'uuid' })
  @ForeignKey('AgencyEntity')
  agencyId!: string;

  @Column({ name: 'on_day', type: 'date' })
  onDay!: string;

  /** Time of day in London, such as 09:30. */
  @Column({ name: 'starts_at', type: 'text' })
  startsAt!: string;

  @Column({ type: 'text' })
  place!: string;

  @Column({ name: 'chair_id', type: 'uuid' })
  @ForeignKey('AppUserEntity')
  chairId!: string;

  @Column({ type: 'text' })
  status!: string;
}

/** Somebody who sits on a day's panel, and whether they came. */
@Entity({ schema: 'app', name: 'panel_member' })
export class PanelMemberEntity extends StoredRow {
  @Column({ name: 'day_id', type: 'uuid' })
  @ForeignKey('PanelDayEntity')
  dayId!: string;

  @Column({ name: 'user_id', type: 'uuid' })
  @ForeignKey('AppUserEntity')
  userId!: string;

  @Column({ type: 'text', nullable: true })
  attendance!: string | null;
}

/** A case on the agenda; words only where they hold no name. */
@Entity({ schema: 'app', name: 'panel_item' })
export class PanelItemEntity extends StoredRow {
  @Column({ name: 'day_id', type: 'uuid' })
  @ForeignKey('PanelDayEntity')
  dayId!: string;

  @Column({ name: 'episode_id', type: 'uuid' })
  @ForeignKey('EpisodeEntity')
  episodeId!: string;

  @Column({ type: 'integer' })
  position!: number;

  @Column({ type: 'smallint' })
  minutes!: number;

  @Column({ name: 'presenter_id', type: 'uuid' })
  @ForeignKey('AppUserEntity')
  presenterId!: string;

  @Column({ name: 'presenter_agency_id', type: 'uuid' })
  @ForeignKey('AgencyEntity')
  presenterAgencyId!: string;

  @Column({ name: 'without_names', type: 'boolean' })
  withoutNames!: boolean;

  @Column({ type: 'text', nullable: true })
  question!: string | null;

  @Column({ type: 'text', nullable: true })
  summary!: string | null;

  @Column({ type: 'text' })
  status!: string;

  @Column({ name: 'withdrawn_reason', type: 'text', nullable: true })
  withdrawnReason!: string | null;

  @Column({ name: 'sent_at', type: 'timestamptz', nullable: true })
  sentAt!: Date | null;

  @Column({ name: 'decided_at', type: 'timestamptz', nullable: true })
  decidedAt!: Date | null;
}

/** Proof of who had which copy of a pack. */
@Entity({ schema: 'app', name: 'panel_copy' })
export class PanelCopyEntity extends StoredRow {
  @Column({ name: 'item_id', type: 'uuid' })
  @ForeignKey('PanelItemEntity')
  itemId!: string;

  @Column({ name: 'episode_id', type: 'uuid' })
  @ForeignKey('EpisodeEntity')
  episodeId!: string;

  @Column({ name: 'user_id', type: 'uuid' })
  @ForeignKey('AppUserEntity')
  userId!: string;

  @Column({ type: 'text' })
  channel!: string;

  /** SHA-256 of what the copy said. */
  @Column({ type: 'text' })
  fingerprint!: string;

  @Column({ type: 'text', array: true })
  categories!: string[];

  @Column({ type: 'integer' })
  paragraphs!: number;

  @Column({ name: 'first_at', type: 'timestamptz' })
  firstAt!: Date;

  @Column({ name: 'last_at', type: 'timestamptz' })
  lastAt!: Date;
}

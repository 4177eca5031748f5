import { Column, Entity, ForeignKey } from 'typeorm';
import { StoredRow } from '#api/platform/database/base-rows.js';

/** Somebody who was told of emergency access. */
@Entity({ schema: 'app', name: 'break_glass_notice' })
export class BreakGlassNoticeEntity extends StoredRow {
  @Column({ name: 'break_glass_id', type: 'uuid' })
  @ForeignKey('BreakGlassEntity')
  breakGlassId!: string;

  @Column({ name: 'recipient_id', type: 'uuid' })
  @ForeignKey('AppUserEntity')
  recipientId!: string;

  @Column({ type: 'text' })
  part!: string;

  @Column({ name: 'seen_at', type: 'timestamptz', nullable: true })
  seenAt!: Date | null;
}

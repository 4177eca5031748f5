import { Column, Entity, ForeignKey } from 'typeorm';
import { StoredRow } from '#api/platform/database/base-rows.js';

/** A shield looked at again, and kept. */
@Entity({ schema: 'app', name: 'shield_review' })
export class ShieldReviewEntity extends StoredRow {
  @Column({ name: 'shield_id', type: 'uuid' })
  @ForeignKey('ShieldEntity')
  shieldId!: string;

  @Column({ name: 'decided_on', type: 'date' })
  decidedOn!: string;

  @Column({ type: 'text' })
  reason!: string;

  @Column({ name: 'next_review_on', type: 'date' })
  nextReviewOn!: string;
}

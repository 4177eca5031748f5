import { Column, Entity, ForeignKey } from 'typeorm';
import { LabelledRow, StoredRow } from '#api/platform/database/base-rows.js';

/** Who may not have contact with a child. */
@Entity({ schema: 'app', name: 'contact_order' })
export class ContactOrderEntity extends LabelledRow {
  @Column({ name: 'person_id', type: 'uuid' })
  @ForeignKey('PersonEntity')
  personId!: string;

  @Column({ type: 'text' })
  kind!: string;

  @Column({ type: 'text' })
  terms!: string;

  @Column({ name: 'document_ref', type: 'text', nullable: true })
  documentRef!: string | null;

  @Column({ type: 'text' })
  keeps!: string;

  @Column({ name: 'from_on', type: 'date' })
  fromOn!: string;

  @Column({ name: 'until_on', type: 'date', nullable: true })
  untilOn!: string | null;

  @Column({ name: 'review_on', type: 'date' })
  reviewOn!: string;

  @Column({ name: 'ended_on', type: 'date', nullable: true })
  endedOn!: string | null;
}

/** An order looked at again. */
@Entity({ schema: 'app', name: 'contact_order_review' })
export class ContactOrderReviewEntity extends StoredRow {
  @Column({ name: 'order_id', type: 'uuid' })
  @ForeignKey('ContactOrderEntity')
  orderId!: string;

  @Column({ name: 'decided_on', type: 'date' })
  decidedOn!: string;

  @Column({ type: 'text' })
  decision!: string;

  @Column({ type: 'text' })
  reason!: string;

  @Column({ name: 'until_on', type: 'date', nullable: true })
  untilOn!: string | null;

  @Column({ name: 'review_on', type: 'date', nullable: true })
  reviewOn!: string | null;
}

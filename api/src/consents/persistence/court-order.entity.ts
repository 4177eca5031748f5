import { Column, Entity, ForeignKey } from 'typeorm';
import { StoredRow } from '#api/platform/database/base-rows.js';

/** What a court ordered about sharing. */
@Entity({ schema: 'app', name: 'court_order' })
export class CourtOrderEntity extends StoredRow {
  @Column({ name: 'person_id', type: 'uuid' })
  @ForeignKey('PersonEntity')
  personId!: string;

  @Column({ type: 'text' })
  effect!: string;

  @Column({ name: 'recipient_id', type: 'uuid', nullable: true })
  recipientId!: string | null;

  @Column({ type: 'text', array: true })
  categories!: string[];

  @Column({ name: 'from_at', type: 'timestamptz' })
  fromAt!: Date;

  @Column({ name: 'until_at', type: 'timestamptz' })
  untilAt!: Date;

  /** The order about contact it comes from; it ends when somebody ends that. */
  @Column({ name: 'contact_order_id', type: 'uuid', nullable: true })
  @ForeignKey('ContactOrderEntity')
  contactOrderId!: string | null;
}

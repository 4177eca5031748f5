import { Column, Entity, ForeignKey } from 'typeorm';
import { StoredRow } from '#api/platform/database/base-rows.js';

/** A worker is asked to take an enquiry up. */
@Entity({ schema: 'app', name: 'enquiry_offer' })
export class EnquiryOfferEntity extends StoredRow {
  @Column({ name: 'enquiry_id', type: 'uuid' })
  @ForeignKey('EnquiryEntity')
  enquiryId!: string;

  @Column({ name: 'user_id', type: 'uuid' })
  @ForeignKey('AppUserEntity')
  userId!: string;

  @Column({ name: 'agency_id', type: 'uuid' })
  @ForeignKey('AgencyEntity')
  agencyId!: string;

  @Column({ type: 'text' })
  status!: string;

  @Column({ name: 'answer_by', type: 'date' })
  answerBy!: string;

  @Column({ type: 'text', nullable: true })
  reason!: string | null;

  @Column({ name: 'answered_at', type: 'timestamptz', nullable: true })
  answeredAt!: Date | null;
}

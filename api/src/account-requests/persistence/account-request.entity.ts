import { Column, Entity, ForeignKey } from 'typeorm';
import { StoredRow } from '#api/platform/database/base-rows.js';

/** Somebody of a family asked for an account. It says of no record that it is there. */
@Entity({ schema: 'app', name: 'account_request' })
export class AccountRequestEntity extends StoredRow {
  @Column({ type: 'text', unique: true })
  reference!: string;

  @Column({ type: 'text' })
  requester!: string;

  @Column({ type: 'text' })
  capacity!: string;

  @Column({ type: 'text' })
  about!: string;

  @Column({ name: 'asked_how', type: 'text' })
  askedHow!: string;

  @Column({ name: 'received_on', type: 'date' })
  receivedOn!: string;

  @Column({ type: 'text' })
  status!: string;

  @Column({ type: 'text', nullable: true })
  reason!: string | null;

  @Column({ type: 'text', nullable: true })
  identity!: string | null;

  @Column({ name: 'answered_by', type: 'uuid', nullable: true })
  @ForeignKey('AppUserEntity')
  answeredBy!: string | null;

  @Column({ name: 'answered_on', type: 'date', nullable: true })
  answeredOn!: string | null;
}

import { Column, Entity, ForeignKey } from 'typeorm';
import { LabelledRow } from '#api/platform/database/base-rows.js';

/** Who does what by when. */
@Entity({ schema: 'app', name: 'action' })
export class ActionEntity extends LabelledRow {
  @Column({ name: 'plan_id', type: 'uuid' })
  @ForeignKey('PlanEntity')
  planId!: string;

  @Column({ name: 'outcome_id', type: 'uuid', nullable: true })
  @ForeignKey('OutcomeEntity')
  outcomeId!: string | null;

  @Column({ name: 'meeting_id', type: 'uuid', nullable: true })
  @ForeignKey('MeetingEntity')
  meetingId!: string | null;

  @Column({ type: 'integer' })
  position!: number;

  @Column({ type: 'text' })
  text!: string;

  @Column({ name: 'owner_user_id', type: 'uuid', nullable: true })
  @ForeignKey('AppUserEntity')
  ownerUserId!: string | null;

  @Column({ name: 'owner_person_id', type: 'uuid', nullable: true })
  @ForeignKey('PersonEntity')
  ownerPersonId!: string | null;

  @Column({ name: 'owner_agency_id', type: 'uuid', nullable: true })
  @ForeignKey('AgencyEntity')
  ownerAgencyId!: string | null;

  @Column({ name: 'by_when', type: 'date' })
  byWhen!: string;

  @Column({ type: 'text' })
  priority!: string;

  @Column({ type: 'text' })
  status!: string;

  @Column({ name: 'status_reason', type: 'text', nullable: true })
  statusReason!: string | null;

  @Column({ name: 'transferred_to', type: 'text', nullable: true })
  transferredTo!: string | null;

  @Column({ name: 'done_on', type: 'date', nullable: true })
  doneOn!: string | null;
}

import { Column, Entity, ForeignKey } from 'typeorm';
import { StoredRow } from '#api/platform/database/base-rows.js';

/** A hat: one role in one agency, for a time. */
@Entity({ schema: 'app', name: 'membership' })
export class MembershipEntity extends StoredRow {
  @Column({ name: 'user_id', type: 'uuid' })
  @ForeignKey('AppUserEntity')
  userId!: string;

  @Column({ name: 'agency_id', type: 'uuid', nullable: true })
  @ForeignKey('AgencyEntity')
  agencyId!: string | null;

  @Column({ name: 'team_id', type: 'uuid', nullable: true })
  @ForeignKey('TeamEntity')
  teamId!: string | null;

  @Column({ type: 'text' })
  role!: string;

  @Column({ name: 'professional_role', type: 'text' })
  professionalRole!: string;

  @Column({ name: 'job_title', type: 'text' })
  jobTitle!: string;

  @Column({ name: 'safeguarding_lead', type: 'boolean' })
  safeguardingLead!: boolean;

  @Column({ name: 'valid_from', type: 'date' })
  validFrom!: string;

  @Column({ name: 'valid_to', type: 'date', nullable: true })
  validTo!: string | null;
}

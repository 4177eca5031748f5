import { Column, Entity, ForeignKey } from 'typeorm';
import { StoredRow } from '#api/platform/database/base-rows.js';

/** A team inside an agency. */
@Entity({ schema: 'app', name: 'team' })
export class TeamEntity extends StoredRow {
  @Column({ name: 'agency_id', type: 'uuid' })
  @ForeignKey('AgencyEntity')
  agencyId!: string;

  @Column({ type: 'text' })
  name!: string;
}

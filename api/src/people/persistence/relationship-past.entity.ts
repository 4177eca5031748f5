import { Column, Entity, ForeignKey } from 'typeorm';
import { StoredRow } from '#api/platform/database/base-rows.js';

/** A tie of a family as it was written down before. */
@Entity({ schema: 'app', name: 'relationship_past' })
export class RelationshipPastEntity extends StoredRow {
  /** The tie may be gone: one written down by mistake is kept here alone. */
  @Column({ name: 'relationship_id', type: 'uuid' })
  relationshipId!: string;

  @Column({ name: 'child_id', type: 'uuid' })
  @ForeignKey('PersonEntity')
  childId!: string;

  @Column({ name: 'person_id', type: 'uuid' })
  @ForeignKey('PersonEntity')
  personId!: string;

  @Column({ type: 'text' })
  why!: string;

  @Column({ type: 'text', nullable: true })
  reason!: string | null;

  @Column({ type: 'jsonb' })
  was!: object;

  @Column({ name: 'agency_id', type: 'uuid', nullable: true })
  @ForeignKey('AgencyEntity')
  agencyId!: string | null;
}

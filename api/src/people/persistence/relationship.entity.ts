import { Column, Entity, ForeignKey } from 'typeorm';
import { StoredRow } from '#api/platform/database/base-rows.js';

/** What an adult or sibling is to a child. */
@Entity({ schema: 'app', name: 'relationship' })
export class RelationshipEntity extends StoredRow {
  @Column({ name: 'child_id', type: 'uuid' })
  @ForeignKey('PersonEntity')
  childId!: string;

  @Column({ name: 'person_id', type: 'uuid' })
  @ForeignKey('PersonEntity')
  personId!: string;

  @Column({ type: 'text' })
  kind!: string;

  @Column({ name: 'has_pr', type: 'text' })
  hasPr!: string;

  @Column({ name: 'pr_basis', type: 'text', nullable: true })
  prBasis!: string | null;

  @Column({ name: 'lives_with', type: 'text' })
  livesWith!: string;

  @Column({ name: 'is_carer', type: 'boolean' })
  isCarer!: boolean;

  @Column({ type: 'text' })
  portal!: string;

  @Column({ name: 'contact_restriction', type: 'text', nullable: true })
  contactRestriction!: string | null;

  @Column({ type: 'text', nullable: true })
  involvement!: string | null;

  @Column({ name: 'valid_from', type: 'date', nullable: true })
  validFrom!: string | null;

  @Column({ name: 'valid_to', type: 'date', nullable: true })
  validTo!: string | null;

  @Column({ name: 'pr_from', type: 'date', nullable: true })
  prFrom!: string | null;

  @Column({ name: 'pr_evidence', type: 'text', nullable: true })
  prEvidence!: string | null;

  /** Parental responsibility was held until then. */
  @Column({ name: 'pr_until', type: 'timestamptz', nullable: true })
  prUntil!: Date | null;
}

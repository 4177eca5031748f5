import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** The stub of a person: name, sex, birth date. Everything else lives in rows of its own. */
@Entity({ schema: 'app', name: 'person' })
export class PersonEntity {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'integer' })
  version!: number;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;

  @Column({ name: 'created_by', type: 'uuid', nullable: true })
  @ForeignKey('AppUserEntity')
  createdBy!: string | null;

  @Column({ name: 'updated_at', type: 'timestamptz' })
  updatedAt!: Date;

  @Column({ type: 'text' })
  kind!: string;

  @Column({ name: 'is_unborn', type: 'boolean' })
  isUnborn!: boolean;

  @Column({ name: 'given_names', type: 'text', nullable: true })
  givenNames!: string | null;

  @Column({ name: 'family_name', type: 'text', nullable: true })
  familyName!: string | null;

  @Column({ name: 'no_surname', type: 'boolean' })
  noSurname!: boolean;

  @Column({ name: 'preferred_name', type: 'text', nullable: true })
  preferredName!: string | null;

  @Column({ type: 'text', nullable: true })
  pronouns!: string | null;

  @Column({ name: 'date_of_birth', type: 'date', nullable: true })
  dateOfBirth!: string | null;

  @Column({ name: 'dob_status', type: 'text', nullable: true })
  dobStatus!: string | null;

  @Column({ name: 'due_date', type: 'date', nullable: true })
  dueDate!: string | null;

  @Column({ name: 'mother_id', type: 'uuid', nullable: true })
  @ForeignKey('PersonEntity')
  motherId!: string | null;

  @Column({ type: 'text' })
  sex!: string;

  @Column({ name: 'deceased_on', type: 'date', nullable: true })
  deceasedOn!: string | null;

  @Column({ name: 'merged_into_id', type: 'uuid', nullable: true })
  @ForeignKey('PersonEntity')
  mergedIntoId!: string | null;
}

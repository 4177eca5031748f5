import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** Searches used in an hour. */
@Entity({ schema: 'app', name: 'search_allowance' })
export class SearchAllowanceEntity {
  @PrimaryColumn({ name: 'user_id', type: 'uuid' })
  @ForeignKey('AppUserEntity')
  userId!: string;

  @PrimaryColumn({ type: 'timestamptz' })
  hour!: Date;

  @Column({ type: 'integer' })
  used!: number;
}

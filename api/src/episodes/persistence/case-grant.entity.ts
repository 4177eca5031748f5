import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** Drives lists; decides nothing. */
@Entity({ schema: 'app', name: 'case_grant' })
export class CaseGrantEntity {
  @PrimaryColumn({ name: 'principal_id', type: 'uuid' })
  principalId!: string;

  @PrimaryColumn({ name: 'episode_id', type: 'uuid' })
  @ForeignKey('EpisodeEntity')
  episodeId!: string;

  @Column({ type: 'boolean' })
  open!: boolean;

  @Column({ name: 'opened_on', type: 'date' })
  openedOn!: string;

  @Column({ type: 'timestamptz' })
  expires!: Date;

  @Column({ type: 'timestamptz' })
  begins!: Date;

  @Column({ type: 'boolean', default: false })
  shielded!: boolean;
}

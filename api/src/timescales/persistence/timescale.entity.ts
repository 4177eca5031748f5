import { Column, Entity } from 'typeorm';
import { StoredRow } from '#api/platform/database/base-rows.js';

/** One setting of a time limit; a later one stands beside it and never in its place. */
@Entity({ schema: 'app', name: 'timescale' })
export class TimescaleEntity extends StoredRow {
  @Column({ type: 'text' })
  key!: string;

  @Column({ type: 'integer' })
  value!: number;

  @Column({ type: 'integer' })
  number!: number;

  @Column({ name: 'from_at', type: 'timestamptz' })
  fromAt!: Date;
}

import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Says that the invented borough is loaded, and for which week. */
@Entity({ schema: 'app', name: 'demo_marker' })
export class DemoMarkerEntity {
  @PrimaryColumn({ name: 'only_row', type: 'boolean' })
  onlyRow!: boolean;

  @Column({ type: 'date' })
  anchor!: string;

  @Column({ name: 'loaded_at', type: 'timestamptz' })
  loadedAt!: Date;
}

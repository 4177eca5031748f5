import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** The answer a create was given, by its key. */
@Entity({ schema: 'app', name: 'idempotency' })
export class IdempotencyEntity {
  @PrimaryColumn({ name: 'user_id', type: 'uuid' })
  @ForeignKey('AppUserEntity')
  userId!: string;

  @PrimaryColumn({ type: 'text' })
  key!: string;

  @Column({ name: 'request_hash', type: 'text' })
  requestHash!: string;

  @Column({ type: 'integer' })
  status!: number;

  @Column({ type: 'jsonb' })
  body!: Record<string, unknown>;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;
}

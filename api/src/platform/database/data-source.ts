import { DataSource } from 'typeorm';
import { migrations } from '@encircle/migrations';
import { ENTITIES } from './entities.js';

/** The running role's pool. Nothing can be read through it outside a unit of work. */
export function runningDataSource(url: string, poolSize: number): DataSource {
  return new DataSource({
    type: 'postgres',
    url,
    entities: [...ENTITIES],
    synchronize: false,
    logging: false,
    applicationName: 'encircle',
    poolSize,
    // TypeORM would otherwise drop an undefined from a where clause and run unscoped.
    invalidWhereValuesBehavior: { null: 'throw', undefined: 'throw' },
    extra: { connectionTimeoutMillis: 2000, options: '-c timezone=UTC -c jit=off' },
  });
}

/** The migrating role, acting as the owner nobody logs in as. */
export function migratingDataSource(url: string): DataSource {
  return new DataSource({
    type: 'postgres',
    url,
    entities: [...ENTITIES],
    migrations: [...migrations],
    migrationsTableName: 'migration',
    schema: 'public',
    synchronize: false,
    migrationsTransactionMode: 'all',
    poolSize: 2,
    extra: { options: '-c role=encircle_owner -c timezone=UTC -c jit=off' },
  });
}

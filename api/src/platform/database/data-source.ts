import pg from 'pg';
import { DataSource, type EntitySchema, type MixedList } from 'typeorm';
import { migrations } from '@encircle/migrations';

// Civil dates stay 'YYYY-MM-DD' (a Date would gain a time zone); counts and scores are numbers.
const DATE = 1082;
const BIGINT = 20;
const NUMERIC = 1700;
pg.types.setTypeParser(DATE, (value) => value);
pg.types.setTypeParser(BIGINT, Number);
pg.types.setTypeParser(NUMERIC, Number);

type Entities = MixedList<(new () => object) | EntitySchema>;

/** The running role's pool. Nothing can be read through it outside a unit of work. */
export function runningDataSource(url: string, poolSize: number, entities: Entities): DataSource {
  return new DataSource({
    type: 'postgres',
    url,
    entities,
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
export function migratingDataSource(url: string, entities: Entities = []): DataSource {
  return new DataSource({
    type: 'postgres',
    url,
    entities,
    migrations: [...migrations],
    migrationsTableName: 'migration',
    schema: 'public',
    synchronize: false,
    migrationsTransactionMode: 'all',
    poolSize: 2,
    extra: { options: '-c role=encircle_owner -c timezone=UTC -c jit=off' },
  });
}

import type { INestApplicationContext } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type pg from 'pg';

/** The connections behind a data source. */
export const poolOf = (source: DataSource): pg.Pool =>
  (source.driver as unknown as { master: pg.Pool }).master;

/** The data source of a program that runs. */
export const sourceOf = (app: INestApplicationContext): DataSource => app.get(DataSource);

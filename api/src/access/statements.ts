import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import type { Statement } from '#api/platform/database/ask-once.js';
import type { AccessRule } from './access.decorator.js';
import type { Asker } from './asker.js';
import type { StatementEntry } from './ctx.decorator.js';
import { oneStatement } from './one-statement.js';

/** Hands a use case that is one statement its way to the database, with the gate in front. */
@Injectable()
export class Statements {
  constructor(@InjectDataSource() private readonly source: DataSource) {}

  ask<T>(rule: AccessRule, entry: StatementEntry, statement: Statement): Promise<T & { asker: Asker }> {
    return oneStatement<T>(this.source, rule, entry, statement);
  }
}

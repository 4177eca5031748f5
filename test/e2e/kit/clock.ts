import pg from 'pg';
import { program } from './program.js';

/**
 * The one clock of the program behind the browser (`sec.now()`), moved by the administrator of its database. Sessions
 * end by real time, so people stay signed in through the weeks of a story.
 */
export class Clock {
  private constructor(private readonly admin: pg.Client) {}

  static async take(): Promise<Clock> {
    const admin = new pg.Client({ connectionString: program().adminUrl });
    await admin.connect();
    return new Clock(admin);
  }

  /** Civil date in London now, by the program's clock. */
  async today(): Promise<string> {
    const [row] = await this.rows<{ today: string }>('select sec.today()::text as today');
    return row?.today ?? '';
  }

  /** @param at London wall-clock time, `2026-03-16 09:30` */
  async moveTo(at: string): Promise<void> {
    await this.admin.query(
      `update sec.clock set "offset" = ($1::timestamp at time zone 'Europe/London') - now()`,
      [at],
    );
  }

  /** Looks into the database, to compare a figure on a screen with plain SQL. */
  async rows<T extends object>(sql: string, parameters: unknown[] = []): Promise<T[]> {
    return (await this.admin.query<T>(sql, parameters)).rows;
  }

  /** Gives the time back as it was: the next file of stories starts today. */
  async release(): Promise<void> {
    await this.admin.query(`update sec.clock set "offset" = '0'`);
    await this.admin.end();
  }
}

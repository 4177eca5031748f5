import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { ReportLinkView } from '@encircle/shared/meetings';
import { DataSource } from 'typeorm';

export interface Written {
  goingWell: string | null;
  worries: string | null;
  nextSteps: string | null;
}

/**
 * What a link may ask of the database: two functions that take its hash, and the wait for guessing. There is no identity,
 * so no table can be read or written from here.
 */
@Injectable()
export class ReportLinksStore {
  constructor(@InjectDataSource() private readonly source: DataSource) {}

  async open(hash: Buffer, requestId: string): Promise<ReportLinkView | null> {
    const rows = (await this.source.query(
      `select ref, agency as "agencyName", due_on::text as "dueOn", expires_on::text as "expiresOn"
       from sec.open_report_link($1, $2)`,
      [hash, requestId],
    )) as ReportLinkView[];
    return rows[0] ?? null;
  }

  /** @returns false when the link opens nothing (any more) */
  async send(hash: Buffer, { goingWell, worries, nextSteps }: Written, requestId: string): Promise<boolean> {
    const rows = (await this.source.query('select sec.send_report($1, $2, $3, $4, $5) as done', [
      hash,
      goingWell,
      worries,
      nextSteps,
      requestId,
    ])) as { done: boolean }[];
    return rows[0]?.done ?? false;
  }

  async wait(key: Buffer): Promise<number> {
    const rows = (await this.source.query('select sec.sign_in_wait($1) as seconds', [key])) as {
      seconds: string;
    }[];
    return Number(rows[0]?.seconds ?? 0);
  }

  async guessed(key: Buffer, free: number): Promise<void> {
    await this.source.query('select sec.sign_in_failed($1, $2)', [key, free]);
  }
}

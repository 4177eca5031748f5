import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { AnswerLinkView, ReportLinkView } from '@encircle/shared/meetings';
import { DataSource } from 'typeorm';
import type { Written } from '#api/meetings/domain/report-words.js';

/**
 * What a link may ask of the database: two functions for each kind that take its hash, and the wait for guessing. There is no identity,
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

  async openAnswer(hash: Buffer, requestId: string): Promise<AnswerLinkView | null> {
    const rows = (await this.source.query(
      `select ref, agency as "agencyName", to_char(planned_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "plannedAt",
         minutes as "durationMinutes", answer, deputy as "deputyName", family
       from sec.open_answer_link($1, $2)`,
      [hash, requestId],
    )) as AnswerLinkView[];
    return rows[0] ?? null;
  }

  /** @returns what became of it; null when the link opens nothing (any more) */
  async answer(
    hash: Buffer,
    answer: string,
    deputyName: string | null,
    requestId: string,
  ): Promise<'DONE' | 'FAMILY' | null> {
    const rows = (await this.source.query('select sec.answer_by_link($1, $2, $3, $4) as said', [
      hash,
      answer,
      deputyName,
      requestId,
    ])) as { said: 'DONE' | 'FAMILY' | null }[];
    return rows[0]?.said ?? null;
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

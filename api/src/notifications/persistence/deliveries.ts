import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { DEFAULT_TIMESCALES } from '@encircle/shared/lifecycle';
import type { MailChoice, NoticeKind } from '@encircle/shared/notices';
import { asRecipient, type HeldEntry } from '#api/platform/database/held-entry.js';
import type { UnitOfWork } from '#api/platform/database/unit-of-work.js';
import type { Mail } from '#api/notifications/mail-transport.js';
import type { Notice } from '#api/notifications/domain/notice.js';

/** An entry this worker holds, with what it needs to address a mail and nothing of the case but its reference. */
export interface Delivery extends Notice, HeldEntry {
  recipientId: string;
  address: string;
  ref: string | null;
  tries: number;
  choices: Partial<Record<NoticeKind, MailChoice>>;
}

export type Outcome = 'SENT' | 'IN_APP' | 'FOR_DIGEST' | 'HELD_BACK' | 'EMPTY';

/** The hold of an entry ran out while the worker was at it. */
export const isNotHeld = (error: unknown): boolean =>
  (error as { driverError?: { code?: unknown } } | null)?.driverError?.code === '55006';

/** The outbox as its worker sees it: through functions of the database, as the login role. */
@Injectable()
export class Deliveries {
  constructor(@InjectDataSource() private readonly source: DataSource) {}

  /** @returns null when its recipient’s account is not live @throws an error of `isNotHeld` when the hold ran out */
  as<T>(entry: HeldEntry, work: (uow: UnitOfWork) => Promise<T>): Promise<T | null> {
    return asRecipient(this.source, entry, work);
  }

  /** @returns whether this is the demo, which keeps what it would have sent */
  async keepDemoMail({ messageId, recipientId, to, subject, text, calendar }: Mail): Promise<boolean> {
    const rows = (await this.source.query('select sec.keep_demo_mail($1, $2, $3, $4, $5, $6) as kept', [
      messageId,
      recipientId,
      to,
      subject,
      text,
      calendar?.text ?? null,
    ])) as { kept: boolean }[];
    return rows[0]?.kept ?? false;
  }

  claim(topics: readonly string[], most: number, seconds: number): Promise<Delivery[]> {
    return this.source.query(
      `select id, claim, topic, episode_id as "episodeId", recipient_id as "recipientId", payload, tries, address, ref, choices
       from sec.claim_deliveries($1, $2, make_interval(secs => $3))`,
      [topics, most, seconds],
    );
  }

  async finish({ id, claim }: HeldEntry, outcome: Outcome, basis: readonly string[] = []): Promise<void> {
    await this.source.query('select sec.finish_delivery($1, $2, $3, $4)', [id, claim, outcome, basis]);
  }

  async fail({ id, claim }: HeldEntry, problem: string): Promise<void> {
    await this.source.query('select sec.fail_delivery($1, $2, $3)', [id, claim, problem]);
  }

  /** What a rule and not a person sends: the daily mail, and reminders of reports that are waited for. */
  async queueByRule(): Promise<void> {
    await this.source.query('select sec.queue_digests(), sec.queue_report_reminders($1)', [
      DEFAULT_TIMESCALES['report.remind.days'],
    ]);
  }

  digestParts({ id, claim }: HeldEntry): Promise<Notice[]> {
    return this.source.query(
      `select id, topic, episode_id as "episodeId", payload from sec.digest_parts($1, $2)`,
      [id, claim],
    );
  }
}

import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { UnitOfWork } from '#api/platform/database/unit-of-work.js';

/** What an address may ask before there is an identity: to be read as its owner, and to be written down. */
@Injectable()
export class FeedEntry {
  constructor(@InjectDataSource() private readonly source: DataSource) {}

  /** @returns null when the address is nobody's, or its owner's account or hat is over */
  as<T>(hash: Buffer, work: (uow: UnitOfWork) => Promise<T>): Promise<T | null> {
    return UnitOfWork.lookOnly(this.source, 'select sec.enter_feed($1) as entered', [hash], work);
  }

  async writeDown(hash: Buffer, episodeIds: readonly string[], requestId: string): Promise<void> {
    await this.source.query('select sec.write_down_feed($1, $2, $3)', [hash, episodeIds, requestId]);
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

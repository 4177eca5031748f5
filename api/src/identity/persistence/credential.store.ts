import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';

export interface FoundCredential {
  userId: string;
  passwordHash: string;
  live: boolean;
  membershipId: string | null;
}

export interface NewSession {
  userId: string;
  membershipId: string;
  tokenHash: Buffer;
  csrfHash: Buffer;
  idleMinutes: number;
  hours: number;
  most: number;
}

/**
 * What happens before there is an identity: only the functions of `sec` that the login role may call.
 * No table can be read or written from here.
 */
@Injectable()
export class CredentialStore {
  constructor(@InjectDataSource() private readonly source: DataSource) {}

  async find(email: string): Promise<FoundCredential | null> {
    const rows = (await this.source.query(
      `select user_id as "userId", password_hash as "passwordHash", live, membership_id as "membershipId"
       from sec.credential_for($1)`,
      [email],
    )) as FoundCredential[];
    return rows[0] ?? null;
  }

  async wait(key: Buffer): Promise<number> {
    const rows = (await this.source.query('select sec.sign_in_wait($1) as seconds', [key])) as {
      seconds: string;
    }[];
    return Number(rows[0]?.seconds ?? 0);
  }

  async failed(key: Buffer, free: number): Promise<void> {
    await this.source.query('select sec.sign_in_failed($1, $2)', [key, free]);
  }

  async succeeded(key: Buffer): Promise<void> {
    await this.source.query('select sec.sign_in_succeeded($1)', [key]);
  }

  async open(s: NewSession): Promise<void> {
    await this.source.query(
      `select sec.open_session($1, $2, $3, $4, make_interval(mins => $5), make_interval(hours => $6), $7)`,
      [s.userId, s.membershipId, s.tokenHash, s.csrfHash, s.idleMinutes, s.hours, s.most],
    );
  }

  async end(token: string): Promise<void> {
    await this.source.query('select sec.end_session($1)', [token]);
  }

  async lock(token: string): Promise<void> {
    await this.source.query('select sec.lock_session($1)', [token]);
  }

  async touch(token: string): Promise<Date | null> {
    const rows = (await this.source.query('select sec.touch_session($1) as ends', [token])) as {
      ends: Date | null;
    }[];
    return rows[0]?.ends ?? null;
  }

  async switchHat(token: string, membershipId: string): Promise<boolean> {
    const rows = (await this.source.query('select sec.switch_hat($1, $2) as done', [
      token,
      membershipId,
    ])) as { done: boolean }[];
    return rows[0]?.done ?? false;
  }

  async audit(userId: string | null, outcome: 'ALLOW' | 'FAILED', requestId: string): Promise<void> {
    await this.source.query('select audit.record_sign_in($1, $2, $3)', [userId, outcome, requestId]);
  }
}

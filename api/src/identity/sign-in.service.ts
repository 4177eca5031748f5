import { Inject, Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';
import { CredentialStore, type FoundCredential } from './persistence/credential.store.js';
import { newToken, sha256 } from './tokens.js';
import { SETTINGS_TOKEN } from '#api/platform/config/settings.token.js';
import type { Settings } from '#api/platform/config/settings.js';
import { DomainError } from '#api/platform/errors/domain-error.js';

/** Argon2id, 19 MiB, two passes, one lane (RFC 9106 minimum for interactive use). */
export const ARGON2 = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Guesses that cost nothing before the wait starts to double. */
const FREE_GUESSES = 5;
const MOST_SESSIONS = 2;

export interface OpenedSession {
  token: string;
  csrfToken: string;
}

@Injectable()
export class SignInService {
  private dummy: Promise<string> | null = null;

  constructor(
    private readonly store: CredentialStore,
    @Inject(SETTINGS_TOKEN) private readonly settings: Settings,
  ) {}

  /**
   * @throws DomainError SIGN_IN_FAILED, the same for an unknown user, a wrong password and a disabled account;
   *   SIGN_IN_WAIT after repeated failures, the same for an address nobody has
   */
  async signIn(email: string, password: string, from: string, requestId: string): Promise<OpenedSession> {
    const found = await this.proven(email, password, from, requestId);
    const opened = { token: newToken(), csrfToken: newToken() };
    await this.store.open({
      userId: found.userId,
      membershipId: found.membershipId,
      tokenHash: sha256(opened.token),
      csrfHash: sha256(opened.csrfToken),
      idleMinutes: this.settings.idleMinutes,
      hours: this.settings.sessionHours,
      most: this.settings.demo ? 50 : MOST_SESSIONS,
    });
    await this.store.audit(found.userId, 'ALLOW', requestId);
    return opened;
  }

  /** Whose password this is. @throws as signing in does, with the same wait after repeated failures */
  async proven(
    email: string,
    password: string,
    from: string,
    requestId: string,
  ): Promise<FoundCredential & { membershipId: string }> {
    const account = sha256(`account ${email.trim().toLowerCase()}`);
    const origin = sha256(`origin ${from}`);
    const wait = Math.max(await this.store.wait(account), (await this.store.wait(origin)) - 30);
    if (wait > 0) throw new DomainError('SIGN_IN_WAIT', 429, { data: { seconds: Math.ceil(wait) } });
    const found = await this.store.find(email.trim().toLowerCase());
    // An unknown user costs the same work as a known one.
    const right = await verify(found?.passwordHash ?? (await this.dummyHash()), password).catch(() => false);
    if (!found || !right || !found.live || !found.membershipId) {
      await this.store.failed(account, FREE_GUESSES);
      await this.store.failed(origin, FREE_GUESSES * 10);
      await this.store.audit(found?.userId ?? null, 'FAILED', requestId);
      throw new DomainError('SIGN_IN_FAILED', 401);
    }
    await this.store.succeeded(account);
    return { ...found, membershipId: found.membershipId };
  }

  private dummyHash(): Promise<string> {
    this.dummy ??= hash(newToken(), ARGON2);
    return this.dummy;
  }
}

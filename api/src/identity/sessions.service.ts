import { Injectable } from '@nestjs/common';
import { CredentialStore } from './persistence/credential.store.js';
import { notFound } from '#api/platform/errors/domain-error.js';

/** What can be done with a session one has: stay, change hat, hide, leave. A token of nobody does nothing. */
@Injectable()
export class SessionsService {
  constructor(private readonly store: CredentialStore) {}

  /** @returns when the session would end without another sign of life, null when it is over */
  async touch(token: string | null): Promise<string | null> {
    return (await this.store.touch(token ?? ''))?.toISOString() ?? null;
  }

  /** @throws 404 for a hat that is not this person's, or no longer */
  async changeHat(token: string | null, membershipId: string): Promise<void> {
    if (!(await this.store.switchHat(token ?? '', membershipId))) throw notFound();
  }

  async lock(token: string | null): Promise<void> {
    await this.store.lock(token ?? '');
  }

  async end(token: string | null): Promise<void> {
    await this.store.end(token ?? '');
  }
}

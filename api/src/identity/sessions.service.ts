import { Injectable } from '@nestjs/common';
import { CredentialStore } from './persistence/credential.store.js';
import { userOf } from './persistence/me.repository.js';
import { SignInService } from './sign-in.service.js';
import type { AccessContext } from '#api/access/access-context.js';
import { DomainError, invalid, notFound } from '#api/platform/errors/domain-error.js';

/** What can be done with a session one has: stay, change hat, hide, leave. A token of nobody does nothing. */
@Injectable()
export class SessionsService {
  constructor(
    private readonly store: CredentialStore,
    private readonly signIn: SignInService,
  ) {}

  /** @returns when the session would end without another sign of life, null when it is over */
  async touch(token: string | null): Promise<string | null> {
    return (await this.store.touch(token ?? ''))?.toISOString() ?? null;
  }

  /** @throws 404 for a hat that is not this person's, or no longer */
  async changeHat(token: string | null, membershipId: string): Promise<void> {
    if (!(await this.store.switchHat(token ?? '', membershipId))) throw notFound();
  }

  /**
   * The password once more, in a session that is open already (rule 6.7a).
   * @throws 400 naming the password; 429 after repeated failures, as for signing in: guessing is guessing
   */
  async prove(
    ctx: AccessContext,
    token: string | null,
    password: string,
    from: string,
    requestId: string,
  ): Promise<void> {
    const { email } = await userOf(ctx.uow, ctx.userId);
    await this.signIn.proven(email, password, from, requestId).catch((error: unknown) => {
      if (error instanceof DomainError && error.code === 'SIGN_IN_FAILED')
        throw invalid({ password: ['This is not your password'] }, 'PASSWORD_WRONG');
      throw error;
    });
    const row = await ctx.uow.one<{ done: boolean }>('select sec.prove_session($1, $2) as done', [
      token ?? '',
      ctx.userId,
    ]);
    if (row?.done !== true) throw new DomainError('SIGN_IN', 401);
  }

  async lock(token: string | null): Promise<void> {
    await this.store.lock(token ?? '');
  }

  async end(token: string | null): Promise<void> {
    await this.store.end(token ?? '');
  }
}

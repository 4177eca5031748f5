import { createHash } from 'node:crypto';
import type { FastifyReply } from 'fastify';
import type { Carried } from './ctx.decorator.js';
import type { UnitOfWork } from '#api/platform/database/unit-of-work.js';
import { DomainError, invalid } from '#api/platform/errors/domain-error.js';

interface Kept {
  request_hash: string;
  status: number;
  body: unknown;
}

/** A create that is sent twice happens once: the second call waits for the first and gets its answer. */
export class Idempotency {
  constructor(private readonly uow: UnitOfWork) {}

  async once(request: Carried, reply: FastifyReply, work: () => Promise<unknown>): Promise<unknown> {
    const key = request.headers['idempotency-key'];
    if (typeof key !== 'string' || key.length < 8 || key.length > 100) {
      throw invalid({ 'Idempotency-Key': ['Send a key of 8 to 100 characters with every create'] });
    }
    const hash = createHash('sha256')
      .update(`${request.method} ${request.url} ${JSON.stringify(request.body ?? null)}`)
      .digest('hex');
    await this.uow.rows(`select pg_advisory_xact_lock(hashtextextended($1, 0))`, [
      `${this.uow.entered.userId} ${key}`,
    ]);
    const kept = await this.uow.one<Kept>(
      'select request_hash, status, body from app.idempotency where user_id = $1 and key = $2',
      [this.uow.entered.userId, key],
    );
    if (kept) {
      if (kept.request_hash !== hash) throw new DomainError('KEY_USED_FOR_SOMETHING_ELSE', 422);
      void reply.status(kept.status);
      return kept.body;
    }
    const answer = await work();
    void reply.status(201);
    await this.uow.rows(
      'insert into app.idempotency (user_id, key, request_hash, status, body) values ($1, $2, $3, $4, $5)',
      [this.uow.entered.userId, key, hash, 201, JSON.stringify(answer ?? null)],
    );
    return answer;
  }
}

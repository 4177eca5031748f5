import { createHash } from 'node:crypto';
import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { InjectDataSource } from '@nestjs/typeorm';
import type { FastifyReply } from 'fastify';
import { from, lastValueFrom, type Observable } from 'rxjs';
import { DataSource } from 'typeorm';
import { ACCESS, type AccessRule } from './access.decorator.js';
import { AccessContext } from './access-context.js';
import { askCeiling } from './ceiling.js';
import { entryOf, type Carried } from './ctx.decorator.js';
import { Idempotency } from './idempotency.js';
import { UnitOfWork } from '#api/platform/database/unit-of-work.js';
import { DomainError } from '#api/platform/errors/domain-error.js';

const SAFE = new Set(['GET', 'HEAD']);

/**
 * Opens the transaction of a request, proves its token against forgery, asks the role ceiling before any other SQL,
 * and holds the answer back when something about a child was to be written down and was not.
 */
@Injectable()
export class AccessInterceptor implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    @InjectDataSource() private readonly source: DataSource,
  ) {}

  intercept(host: ExecutionContext, next: CallHandler): Observable<unknown> {
    const rule = this.reflector.get<AccessRule | undefined>(ACCESS, host.getHandler());
    if (!rule || rule.oneStatement) return next.handle();
    return from(this.inTransaction(rule, host, next));
  }

  private async inTransaction(rule: AccessRule, host: ExecutionContext, next: CallHandler): Promise<unknown> {
    const request = host.switchToHttp().getRequest<Carried>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    return UnitOfWork.run(this.source, entryOf(request), async (uow) => {
      if (!SAFE.has(request.method)) proveToken(request, uow.entered.csrfHash);
      const ctx = AccessContext.for(uow, rule.permission, request.id);
      askCeiling(ctx, rule);
      request.accessContext = ctx;
      const work = async (): Promise<unknown> => {
        const answer: unknown = await lastValueFrom(next.handle());
        if (rule.audited && ctx.audits === 0) throw new DomainError('UNAUDITED', 503);
        return answer ?? null;
      };
      return rule.creates ? new Idempotency(uow).once(request, reply, work) : work();
    });
  }
}

/** The header must hold what only a page of ours could read from its cookie; the session keeps its hash. */
function proveToken(request: Carried, expected: string): void {
  const sent = request.headers['x-csrf-token'];
  const hash = typeof sent === 'string' ? createHash('sha256').update(sent).digest('hex') : '';
  if (hash !== expected) throw new DomainError('CSRF', 403);
}

import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { AccessContext } from './access-context.js';

export interface Carried extends FastifyRequest {
  /** Set by the session strategy: the opaque token of the cookie. */
  user?: { token: string };
  accessContext?: AccessContext;
}

/** The access context of this request, opened by the interceptor. */
export const Ctx = createParamDecorator((_: unknown, host: ExecutionContext): AccessContext => {
  const context = host.switchToHttp().getRequest<Carried>().accessContext;
  if (!context) throw new Error('a handler asked for a context but declared no @Access');
  return context;
});

/** What a one-statement use case needs instead of a context: it enters by itself. */
export interface StatementEntry {
  token: string;
  purpose: string | null;
  reason: string | null;
  requestId: string;
}

export const Entering = createParamDecorator((_: unknown, host: ExecutionContext): StatementEntry => {
  return entryOf(host.switchToHttp().getRequest<Carried>());
});

const LONGEST = 600;

/** Headers hold Latin letters only, so a reason in any script travels percent-encoded. */
const header = (request: FastifyRequest, name: string): string | null => {
  const value = request.headers[name];
  if (typeof value !== 'string' || value.length === 0 || value.length > LONGEST) return null;
  try {
    return decodeURIComponent(value);
  } catch {
    return null;
  }
};

/** Purpose and reason travel in headers, so that no address ever holds them. */
export function entryOf(request: Carried): StatementEntry {
  return {
    token: request.user?.token ?? '',
    purpose: header(request, 'x-encircle-purpose'),
    reason: header(request, 'x-encircle-reason'),
    requestId: request.id,
  };
}

import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { onTheBeat } from './beat.js';
import { DomainError } from './domain-error.js';
import { Logger } from '#api/platform/logging/logger.js';

interface ProblemBody {
  status: number;
  code: string;
  reference: string;
  detail?: string;
  fields?: Record<string, string[]>;
  data?: Record<string, unknown>;
}

/** PostgreSQL's own refusals that mean something to a person; anything else is a 500 without detail. */
const DATABASE_CODES: Record<string, [number, string]> = {
  '42501': [404, 'NOT_FOUND'],
  '23505': [409, 'ALREADY_THERE'],
  '23503': [400, 'INVALID'],
  '23514': [400, 'INVALID'],
  '40001': [409, 'STALE'],
  '40P01': [503, 'BUSY'],
  '55P03': [503, 'BUSY'],
  '57014': [503, 'BUSY'],
  '57P01': [503, 'BUSY'],
  '57P03': [503, 'BUSY'],
  '53300': [503, 'BUSY'],
  ECONNREFUSED: [503, 'BUSY'],
  ECONNRESET: [503, 'BUSY'],
};

@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(
    private readonly logger: Logger,
    /** Milliseconds between two moments at which a 404 may be answered; 0: any. */
    private readonly beat: number,
  ) {}

  async catch(error: unknown, host: ArgumentsHost): Promise<void> {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    if (reply.sent) return;
    const body = this.bodyOf(error, request.id);
    if (body.status >= 500)
      this.logger.error(error, { reference: request.id, route: request.routeOptions.url ?? '' });
    if (body.status === 503) void reply.header('retry-after', '2');
    // Looking at a record that may not be shown takes longer than finding none.
    if (body.status === 404) await onTheBeat(() => reply.elapsedTime, this.beat);
    void reply
      .status(body.status)
      .header('content-type', 'application/problem+json; charset=utf-8')
      .header('cache-control', 'no-store')
      .send(JSON.stringify(body));
  }

  private bodyOf(error: unknown, requestId: string): ProblemBody {
    if (error instanceof DomainError) {
      // The 404 of a hidden record is byte for byte that of a random id, so it carries no reference either.
      if (error.status === 404) return { status: 404, code: 'NOT_FOUND', reference: '' };
      return { status: error.status, code: error.code, reference: requestId, ...error.extra };
    }
    if (error instanceof HttpException) return this.ofHttp(error, requestId);
    // What could not be written down is not answered.
    if (failedInAudit(error)) return { status: 503, code: 'UNAUDITED', reference: requestId };
    const code = databaseCode(error);
    const known = code === null ? undefined : DATABASE_CODES[code];
    if (known) return { status: known[0], code: known[1], reference: known[0] === 404 ? '' : requestId };
    const status = (error as { statusCode?: unknown }).statusCode;
    if (typeof status === 'number' && status >= 400 && status < 500)
      return { status, code: 'INVALID', reference: requestId };
    return { status: 500, code: 'UNEXPECTED', reference: requestId };
  }

  private ofHttp(error: HttpException, reference: string): ProblemBody {
    const status = error.getStatus();
    if (status === 404) return { status, code: 'NOT_FOUND', reference: '' };
    const code =
      status === 401
        ? 'SIGN_IN'
        : status === 403
          ? 'NOT_ALLOWED'
          : status === 400
            ? 'INVALID'
            : status === 413
              ? 'TOO_LARGE'
              : 'REFUSED';
    return { status, code, reference };
  }
}

function databaseCode(error: unknown): string | null {
  const direct = (error as { code?: unknown }).code;
  const driver = (error as { driverError?: { code?: unknown } }).driverError?.code;
  return typeof direct === 'string' ? direct : typeof driver === 'string' ? driver : null;
}

/** PostgreSQL names the functions it was in: an error inside the audit log's own function is a failed entry. */
function failedInAudit(error: unknown): boolean {
  const direct = (error as { where?: unknown }).where;
  const driver = (error as { driverError?: { where?: unknown } }).driverError?.where;
  return [direct, driver].some(
    (where) => typeof where === 'string' && where.includes('function audit.record('),
  );
}

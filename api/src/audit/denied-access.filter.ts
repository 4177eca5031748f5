import { Catch, Inject, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { DeniedAccessRecorder } from './denied-access.recorder.js';
import { entryOf, type Carried } from '#api/access/ctx.decorator.js';
import { DomainError } from '#api/platform/errors/domain-error.js';
import { ProblemFilter } from '#api/platform/errors/problem.filter.js';

const REFUSALS = new Set([403, 404, 429]);

/** Records the refusal, then hands on to the problem filter. */
@Catch()
export class DeniedAccessFilter implements ExceptionFilter {
  constructor(
    private readonly problems: ProblemFilter,
    @Inject(DeniedAccessRecorder) private readonly recorder: DeniedAccessRecorder,
  ) {}

  async catch(error: unknown, host: ArgumentsHost): Promise<void> {
    const request = host.switchToHttp().getRequest<Carried>();
    const refused =
      (error instanceof DomainError && REFUSALS.has(error.status)) ||
      (error as { code?: unknown }).code === '42501';
    if (refused && request.user?.token) {
      const code = error instanceof DomainError ? error.code : 'NOT_FOUND';
      const status = error instanceof DomainError ? error.status : 404;
      const route = request.routeOptions.url ?? 'unknown';
      await this.recorder.record(
        entryOf(request),
        `${request.method} ${route}`,
        status,
        code,
        request.url.split('?')[0] ?? '',
      );
    }
    await this.problems.catch(error, host);
  }
}

import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { AuthGuard } from '@nestjs/passport';
import type { FastifyRequest } from 'fastify';
import { ACCESS, PUBLIC, type AccessRule } from './access.decorator.js';
import { DomainError, notFound } from '#api/platform/errors/domain-error.js';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);
const SessionStrategyGuard = AuthGuard('session');

/** Default deny: a handler without a declaration does not exist. Also refuses unsafe calls from other sites. */
@Injectable()
export class AccessGuard implements CanActivate {
  private readonly session = new SessionStrategyGuard();

  constructor(private readonly reflector: Reflector) {}

  async canActivate(host: ExecutionContext): Promise<boolean> {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    if (!SAFE.has(request.method)) refuseOtherSites(request);
    if (this.reflector.get<string | undefined>(PUBLIC, host.getHandler())) return true;
    const rule = this.reflector.get<AccessRule | undefined>(ACCESS, host.getHandler());
    if (!rule) throw notFound();
    try {
      return Boolean(await this.session.canActivate(host));
    } catch {
      throw new DomainError('SIGN_IN', 401);
    }
  }
}

/** Browsers say where a request comes from; what says "another site" is refused whatever token it carries. */
function refuseOtherSites(request: FastifyRequest): void {
  const site = request.headers['sec-fetch-site'];
  if (typeof site === 'string' && site !== 'same-origin' && site !== 'none')
    throw new DomainError('OTHER_SITE', 403);
  const origin = request.headers.origin;
  if (typeof origin === 'string' && new URL(origin).host !== request.headers.host)
    throw new DomainError('OTHER_SITE', 403);
}

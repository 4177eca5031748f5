import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import type { FastifyRequest } from 'fastify';
import { Strategy } from 'passport-custom';
import { type OpenedSession, SignInService } from './sign-in.service.js';

/** E-mail and password, on the sign-in route only. */
@Injectable()
export class PasswordStrategy extends PassportStrategy(Strategy, 'password') {
  constructor(private readonly signIn: SignInService) {
    super();
  }

  async validate(request: FastifyRequest): Promise<OpenedSession> {
    const body = (request.body ?? {}) as { email?: unknown; password?: unknown };
    const text = (value: unknown): string => (typeof value === 'string' ? value.slice(0, 200) : '');
    return this.signIn.signIn(text(body.email), text(body.password), request.ip, request.id);
  }
}

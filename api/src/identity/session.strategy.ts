import { Inject, Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import type { FastifyRequest } from 'fastify';
import { Strategy } from 'passport-custom';
import { Cookies } from './cookies.js';

/** Hands over the cookie's token. Whether it is worth anything is answered by `sec.enter`, in the request's transaction. */
@Injectable()
export class SessionStrategy extends PassportStrategy(Strategy, 'session') {
  constructor(@Inject(Cookies) private readonly cookies: Cookies) {
    super();
  }

  validate(request: FastifyRequest): { token: string } | false {
    const token = this.cookies.token(request);
    return token === null ? false : { token };
  }
}

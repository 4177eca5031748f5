import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Settings } from '#api/platform/config/settings.js';

/** `__Host-` and Secure wherever the address is https; plain http is for the demo on this machine only. */
export class Cookies {
  readonly session: string;
  readonly csrf = 'encircle-csrf';
  private readonly secure: boolean;

  constructor(settings: Settings) {
    this.secure = settings.publicUrl.startsWith('https://');
    this.session = this.secure ? '__Host-encircle' : 'encircle';
  }

  token(request: FastifyRequest): string | null {
    const raw = (request.headers.cookie ?? '').split(';').map((part) => part.trim());
    const found = raw.find((part) => part.startsWith(`${this.session}=`));
    const value = found?.slice(this.session.length + 1) ?? '';
    return /^[A-Za-z0-9_-]{43}$/.test(value) ? value : null;
  }

  set(reply: FastifyReply, token: string, csrf: string): void {
    const secure = this.secure ? '; Secure' : '';
    void reply.header('set-cookie', [
      `${this.session}=${token}; Path=/; HttpOnly; SameSite=Strict${secure}`,
      `${this.csrf}=${csrf}; Path=/; SameSite=Strict${secure}`,
    ]);
  }

  clear(reply: FastifyReply): void {
    const secure = this.secure ? '; Secure' : '';
    void reply.header('set-cookie', [
      `${this.session}=; Path=/; HttpOnly; SameSite=Strict; Max-Age=0${secure}`,
      `${this.csrf}=; Path=/; SameSite=Strict; Max-Age=0${secure}`,
    ]);
  }
}

import { randomBytes } from 'node:crypto';
import type { FastifyInstance } from 'fastify';

declare module 'fastify' {
  interface FastifyReply {
    /** Per-answer nonce for scripts and styles of the page. */
    nonce: string;
  }
}

/** Headers of every answer, errors included. The page gets a policy with its nonce; answers of the API none at all. */
export function securityHeaders(server: FastifyInstance, https: boolean): void {
  server.decorateReply('nonce', '');
  server.addHook('onRequest', (request, reply, done) => {
    reply.nonce = randomBytes(16).toString('base64');
    const api = request.url.startsWith('/api/') || request.url.startsWith('/health/');
    void reply.headers({
      'content-security-policy': api ? "default-src 'none'; frame-ancestors 'none'" : pagePolicy(reply.nonce),
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'permissions-policy': 'camera=(), microphone=(), geolocation=()',
      ...(https ? { 'strict-transport-security': 'max-age=31536000; includeSubDomains' } : {}),
      ...(api ? { 'cache-control': 'no-store' } : {}),
    });
    done();
  });
}

const pagePolicy = (nonce: string): string =>
  [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');

import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

/** Serves the built screens: hashed assets for a year, the page itself never kept, with its nonce put in. */
export async function serveScreens(app: NestFastifyApplication, webDir: string): Promise<void> {
  const root = resolve(webDir);
  const index = join(root, 'index.html');
  if (!existsSync(index)) return;
  const page = readFileSync(index, 'utf8');
  // Loaded only where there are screens to serve: it is the one dependency that tests of the API do without.
  const { default: fastifyStatic } = await import('@fastify/static');
  await app.register(fastifyStatic, {
    root: join(root, 'assets'),
    prefix: '/assets/',
    immutable: true,
    maxAge: '365d',
    decorateReply: false,
  });
  const server = app.getHttpAdapter().getInstance();
  for (const file of ['favicon.svg']) {
    const path = join(root, file);
    if (existsSync(path)) {
      const body = readFileSync(path);
      server.get(`/${file}`, (_request, reply) => reply.type('image/svg+xml').send(body));
    }
  }
  // Every address that is not the API's is a screen. What the API does not know stays the framework's own 404.
  server.get('/*', (request, reply) => {
    if (/^\/(api|health|assets)(\/|\?|$)/.test(request.url)) return reply.callNotFound();
    return reply
      .type('text/html; charset=utf-8')
      .header('cache-control', 'no-store')
      .send(page.replaceAll('%NONCE%', reply.nonce));
  });
}

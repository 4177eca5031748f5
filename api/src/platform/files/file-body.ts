import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { MOST_BYTES } from '@encircle/shared/files';
import { invalid } from '#api/platform/errors/domain-error.js';

export const FILE_TYPE = 'application/octet-stream';
/** A little more than is taken, so that who sends a little too much is told so in words. */
const ROOM = MOST_BYTES + 500_000;

/** Files come as they are, without a form around them: their names stay where they are. */
export function takeFiles(server: FastifyInstance): void {
  server.addContentTypeParser(FILE_TYPE, { parseAs: 'buffer', bodyLimit: ROOM }, (_request, body, done) =>
    done(null, body),
  );
}

/** The file of this request. @throws 400 when it came as something else */
export const FileBody = createParamDecorator((_: unknown, host: ExecutionContext): Buffer => {
  const { body } = host.switchToHttp().getRequest<FastifyRequest>();
  if (!Buffer.isBuffer(body)) throw invalid({ file: ['Send the file itself'] });
  return body;
});

import type { Readable } from 'node:stream';
import {
  BadRequestException,
  createParamDecorator,
  PayloadTooLargeException,
  type ExecutionContext,
} from '@nestjs/common';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { MOST_BYTES } from '@encircle/shared/files';
import { invalid } from '#api/platform/errors/domain-error.js';

export const FILE_TYPE = 'application/octet-stream';
/** A little more than is taken, so that who sends a little too much is told so in words. */
const ROOM = MOST_BYTES + 500_000;

/** What is too large is read to its end up to here, unkept, so that whoever sends it hears why; beyond it the line is cut. */
const MOST_HEARD = 3 * ROOM;

/** Files come as they are, without a form around them: their names stay where they are. */
export function takeFiles(server: FastifyInstance): void {
  server.addContentTypeParser(FILE_TYPE, (_request: FastifyRequest, sent: Readable) => wholeOf(sent));
}

async function wholeOf(sent: Readable): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const piece of sent as AsyncIterable<Buffer>) {
      bytes += piece.length;
      if (bytes > MOST_HEARD) break;
      if (bytes > ROOM) pieces.length = 0;
      else pieces.push(piece);
    }
  } catch {
    // The sender is gone, or stopped before the length it had said.
    throw new BadRequestException();
  }
  if (bytes > ROOM) throw new PayloadTooLargeException();
  return Buffer.concat(pieces);
}

/** The file of this request. @throws 400 when it came as something else */
export const FileBody = createParamDecorator((_: unknown, host: ExecutionContext): Buffer => {
  const { body } = host.switchToHttp().getRequest<FastifyRequest>();
  if (!Buffer.isBuffer(body)) throw invalid({ file: ['Send the file itself'] });
  return body;
});

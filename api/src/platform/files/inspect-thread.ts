import { parentPort } from 'node:worker_threads';
import { inspect } from './inspect.js';
import { FileRefused, type Harmless } from './refusal.js';

export type Inspected = { ok: true; file: Harmless } | { ok: false; code: FileRefused['code'] };

/** Looks through one file after the other, beside the program: whatever a file does, the program goes on answering. */
parentPort?.on('message', (bytes: Uint8Array) => {
  parentPort?.postMessage(answerTo(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)));
});

function answerTo(bytes: Buffer): Inspected {
  try {
    return { ok: true, file: inspect(bytes) };
  } catch (error) {
    if (error instanceof FileRefused) return { ok: false, code: error.code };
    // A shape nobody thought of: an index outside its bounds, a number too large.
    return { ok: false, code: 'BROKEN' };
  }
}

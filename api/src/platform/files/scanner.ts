import { connect } from 'node:net';
import { Inject, Injectable } from '@nestjs/common';
import { SETTINGS_TOKEN } from '#api/platform/config/settings.token.js';
import type { Settings } from '#api/platform/config/settings.js';

/** NO_ANSWER: it cannot be reached, is busy, or said something nobody understands. Never taken for clean. */
export type Verdict = 'CLEAN' | 'HARMFUL' | 'NO_ANSWER';

const TIME_MS = 5_000;
const PIECE = 256 * 1024;

/** The scanner of the area, spoken to as clamd is; where none is set, our own looking through is all there is. */
@Injectable()
export class Scanner {
  constructor(@Inject(SETTINGS_TOKEN) private readonly settings: Pick<Settings, 'scannerUrl'>) {}

  async verdictOn(file: Buffer): Promise<Verdict> {
    if (this.settings.scannerUrl === null) return 'CLEAN';
    const { hostname, port } = new URL(this.settings.scannerUrl);
    const said = await ask(hostname.replace(/^\[|\]$/g, ''), Number(port || 3310), file).catch(() => '');
    if (/ FOUND$/.test(said)) return 'HARMFUL';
    return /: OK$/.test(said) ? 'CLEAN' : 'NO_ANSWER';
  }
}

/** One question of the stream protocol: pieces with their lengths, then a length of nothing. */
function ask(host: string, port: number, file: Buffer): Promise<string> {
  return new Promise((resolve, reject) => {
    const line = connect({ host, port });
    const said: Buffer[] = [];
    line.setTimeout(TIME_MS, () => line.destroy(new Error('no answer')));
    line.on('connect', () => {
      line.write('zINSTREAM\0');
      for (let at = 0; at < file.length; at += PIECE) {
        const piece = file.subarray(at, at + PIECE);
        line.write(lengthOf(piece.length));
        line.write(piece);
      }
      line.write(lengthOf(0));
    });
    line.on('data', (part: Buffer) => said.push(part));
    line.on('end', () => resolve(Buffer.concat(said).toString('utf8').replace(/\0+$/, '').trim()));
    line.on('error', reject);
  });
}

function lengthOf(length: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(length);
  return bytes;
}

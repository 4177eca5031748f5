import { Injectable } from '@nestjs/common';
import type { BackgroundWork } from '#api/platform/background/background-loop.js';
import { Scanner } from '#api/platform/files/scanner.js';
import { FileCipher } from './file-cipher.service.js';
import { Scans } from './persistence/scans.js';

const AT_A_TIME = 3;

/** Asks the scanner again about what it did not answer for, and clears away what nobody filed. */
@Injectable()
export class ScanningService implements BackgroundWork {
  readonly name = 'scanning';
  readonly restMs = 15_000;

  constructor(
    private readonly scans: Scans,
    private readonly scanner: Scanner,
    private readonly cipher: FileCipher,
  ) {}

  async round(): Promise<boolean> {
    await this.scans.forgetUploads();
    const taken = await this.scans.claim(AT_A_TIME);
    for (const file of taken) {
      const verdict = await this.scanner.verdictOn(this.cipher.open(file.id, file));
      // It is down: the others of this round wait as well.
      if (verdict === 'NO_ANSWER') return false;
      await this.scans.finish(file.id, verdict === 'CLEAN');
    }
    return taken.length === AT_A_TIME;
  }
}

import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import type { SealedFile } from '#api/documents/sealed-file.js';

/** Files a scanner has still to answer for, as the worker sees them: through functions of the database, sealed. */
@Injectable()
export class Scans {
  constructor(@InjectDataSource() private readonly source: DataSource) {}

  claim(most: number): Promise<(SealedFile & { id: string })[]> {
    return this.source.query(
      'select id, nonce, ciphertext, key_version as "keyVersion" from sec.claim_scans($1)',
      [most],
    );
  }

  async finish(id: string, clean: boolean): Promise<void> {
    await this.source.query('select sec.finish_scan($1, $2)', [id, clean]);
  }

  async forgetUploads(): Promise<void> {
    await this.source.query('select sec.forget_uploads()');
  }
}

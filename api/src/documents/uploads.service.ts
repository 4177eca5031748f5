import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { UploadView } from '@encircle/shared/documents';
import { FILE_REFUSALS } from '@encircle/shared/files';
import type { AccessContext } from '#api/access/access-context.js';
import { DomainError, invalid, notFound } from '#api/platform/errors/domain-error.js';
import { FileInspector } from '#api/platform/files/file-inspector.js';
import { FileRefused, type Harmless } from '#api/platform/files/refusal.js';
import { Scanner } from '#api/platform/files/scanner.js';
import { FileCipher } from './file-cipher.service.js';
import { dropUpload, forgetOld, keepUpload, waitingOf } from './persistence/uploads.repository.js';

/** A worker has so many files at most that are sent and not filed. */
const MOST_WAITING = 20;

/** Files on their way into a case: looked through, made harmless, sealed, and their sender's alone until they are filed. */
@Injectable()
export class UploadsService {
  constructor(
    private readonly inspector: FileInspector,
    private readonly cipher: FileCipher,
    private readonly scanner: Scanner,
  ) {}

  /** @throws 400 with why the file is not taken */
  async take(ctx: AccessContext, bytes: Buffer): Promise<UploadView> {
    await forgetOld(ctx);
    if ((await waitingOf(ctx)) >= MOST_WAITING)
      throw new DomainError('TOO_MANY_FILES', 429, {
        detail: 'You have sent 20 files that are not filed yet. File them, or take them out, first',
      });
    const file = await this.inspected(bytes);
    const verdict = await this.scanner.verdictOn(file.bytes);
    if (verdict === 'HARMFUL') throw invalid({ file: [FILE_REFUSALS.HARMFUL] }, 'HARMFUL');
    const upload: UploadView = {
      id: randomUUID(),
      kind: file.kind,
      bytes: file.bytes.length,
      pages: file.pages,
      takenOut: file.takenOut,
      state: verdict === 'CLEAN' ? 'CLEAN' : 'QUARANTINED',
    };
    await keepUpload(ctx, upload, this.cipher.seal(upload.id, file.bytes));
    return upload;
  }

  async drop(ctx: AccessContext, id: string): Promise<void> {
    if (!(await dropUpload(ctx, id))) throw notFound();
  }

  private async inspected(bytes: Buffer): Promise<Harmless> {
    try {
      return await this.inspector.inspect(bytes);
    } catch (error) {
      if (error instanceof FileRefused) throw invalid({ file: [FILE_REFUSALS[error.code]] }, error.code);
      throw error;
    }
  }
}

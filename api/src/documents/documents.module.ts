import { Module } from '@nestjs/common';
import { FileInspector } from '#api/platform/files/file-inspector.js';
import { Scanner } from '#api/platform/files/scanner.js';
import { Scans } from './persistence/scans.js';
import { ScanningLoop } from './scanning.loop.js';
import { ScanningService } from './scanning.service.js';
import { DocumentsService } from './documents.service.js';
import { FileCipher } from './file-cipher.service.js';
import { DocumentsController } from './http/documents.controller.js';
import { UploadsController } from './http/uploads.controller.js';
import { UploadsService } from './uploads.service.js';

/** Documents of a case: looked through, made harmless, sealed, read by whom their label lets. */
@Module({
  controllers: [UploadsController, DocumentsController],
  providers: [
    FileInspector,
    FileCipher,
    Scanner,
    Scans,
    UploadsService,
    DocumentsService,
    ScanningService,
    ScanningLoop,
  ],
  exports: [DocumentsService],
})
export class DocumentsModule {}

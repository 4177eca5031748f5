import { Module } from '@nestjs/common';
import { FileInspector } from '#api/platform/files/file-inspector.js';
import { DocumentsService } from './documents.service.js';
import { FileCipher } from './file-cipher.service.js';
import { DocumentsController } from './http/documents.controller.js';
import { UploadsController } from './http/uploads.controller.js';
import { UploadsService } from './uploads.service.js';

/** Documents of a case: looked through, made harmless, sealed, read by whom their label lets. */
@Module({
  controllers: [UploadsController, DocumentsController],
  providers: [FileInspector, FileCipher, UploadsService, DocumentsService],
  exports: [DocumentsService],
})
export class DocumentsModule {}

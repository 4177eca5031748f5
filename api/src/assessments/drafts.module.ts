import { Module } from '@nestjs/common';
import { DraftCipher } from './draft-cipher.service.js';
import { DraftsService } from './drafts.service.js';
import { DraftsController } from './http/drafts.controller.js';

/** Half-written text of any form; by itself, so that every feature with a form can end its drafts. */
@Module({
  controllers: [DraftsController],
  providers: [DraftsService, DraftCipher],
  exports: [DraftsService],
})
export class DraftsModule {}

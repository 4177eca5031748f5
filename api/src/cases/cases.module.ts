import { Module } from '@nestjs/common';
import { CasesService } from './cases.service.js';
import { ContentService } from './content.service.js';
import { CasesController } from './http/cases.controller.js';
import { SharingController } from './http/sharing.controller.js';
import { LooksService } from './looks.service.js';
import { Readership } from './readership.js';
import { SharingService } from './sharing.service.js';
import { WhyService } from './why.service.js';

/** My cases, one case opened, its content by kind, and who can see it and has. */
@Module({
  controllers: [CasesController, SharingController],
  providers: [CasesService, ContentService, LooksService, Readership, SharingService, WhyService],
})
export class CasesModule {}

import { Module } from '@nestjs/common';
import { DisclosuresController } from './http/disclosures.controller.js';
import { SharingOutService } from './sharing-out.service.js';
import { DraftsModule } from '#api/assessments/drafts.module.js';

/** Sharing without agreement, decisions not to share, and what is still to be written of them. */
@Module({ imports: [DraftsModule], controllers: [DisclosuresController], providers: [SharingOutService] })
export class SharingOutModule {}

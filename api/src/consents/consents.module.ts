import { Module } from '@nestjs/common';
import { DocumentsModule } from '#api/documents/documents.module.js';
import { EpisodesModule } from '#api/episodes/episodes.module.js';
import { AgreementGate } from './agreement-gate.js';
import { AgreementsService } from './agreements.service.js';
import { BeginAssessingService } from './begin-assessing.service.js';
import { ContactService } from './contact.service.js';
import { FamilyCopyService } from './family-copy.service.js';
import { ConsentsController } from './http/consents.controller.js';
import { FamilyCopyController } from './http/family-copy.controller.js';
import { SensitiveController } from './http/sensitive.controller.js';
import { StatementsController } from './http/statements.controller.js';
import { WaitingController } from './http/waiting.controller.js';
import { InvolvementService } from './involvement.service.js';
import { RecipientsService } from './recipients.service.js';
import { RecordService } from './record.service.js';
import { StatementsService } from './statements.service.js';
import { WithdrawService } from './withdraw.service.js';
import { WaitingService } from './waiting.service.js';

@Module({
  imports: [DocumentsModule, EpisodesModule],
  controllers: [
    ConsentsController,
    StatementsController,
    FamilyCopyController,
    SensitiveController,
    WaitingController,
  ],
  providers: [
    AgreementGate,
    AgreementsService,
    RecordService,
    RecipientsService,
    WithdrawService,
    BeginAssessingService,
    StatementsService,
    FamilyCopyService,
    InvolvementService,
    ContactService,
    WaitingService,
  ],
  exports: [AgreementsService, RecordService],
})
export class ConsentsModule {}

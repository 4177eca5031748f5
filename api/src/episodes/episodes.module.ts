import { Module } from '@nestjs/common';
import { TimescalesModule } from '#api/timescales/timescales.module.js';
import { DraftsModule } from '#api/assessments/drafts.module.js';
import { ChildrenApartService } from './children-apart.service.js';
import { ChecklistService } from './checklist.service.js';
import { LifecycleService } from './lifecycle.service.js';
import { ReferenceNumbers } from './reference-numbers.service.js';
import { EpisodesService } from './episodes.service.js';
import { ChecklistController } from './http/checklist.controller.js';
import { FamilyRecordController } from './http/family-record.controller.js';
import { EpisodesController } from './http/episodes.controller.js';
import { TeamController } from './http/team.controller.js';
import { MovesService } from './moves.service.js';
import { ReopeningService } from './reopening.service.js';
import { VacanciesService } from './vacancies.service.js';
import { KeepingService } from './keeping/keeping.service.js';
import { KeepingController } from './http/keeping.controller.js';
import { LeaversController } from './http/leavers.controller.js';
import { LeaversService } from './leavers.service.js';
import { LeadService } from './lead.service.js';
import { TeamService } from './team.service.js';

@Module({
  imports: [DraftsModule, TimescalesModule],
  controllers: [
    EpisodesController,
    ChecklistController,
    TeamController,
    LeaversController,
    KeepingController,
    FamilyRecordController,
  ],
  providers: [
    LifecycleService,
    ReferenceNumbers,
    EpisodesService,
    MovesService,
    ReopeningService,
    ChildrenApartService,
    ChecklistService,
    TeamService,
    LeadService,
    LeaversService,
    KeepingService,
    VacanciesService,
  ],
  exports: [LifecycleService, TeamService, EpisodesService, LeadService],
})
export class EpisodesModule {}

import { Module } from '@nestjs/common';
import { TimescalesModule } from '#api/timescales/timescales.module.js';
import { DraftsModule } from '#api/assessments/drafts.module.js';
import { ChecklistService } from './checklist.service.js';
import { LifecycleService } from './lifecycle.service.js';
import { ReferenceNumbers } from './reference-numbers.service.js';
import { EpisodesService } from './episodes.service.js';
import { ChecklistController } from './http/checklist.controller.js';
import { EpisodesController } from './http/episodes.controller.js';
import { TeamController } from './http/team.controller.js';
import { MovesService } from './moves.service.js';
import { ReopeningService } from './reopening.service.js';
import { LeaversController } from './http/leavers.controller.js';
import { LeaversService } from './leavers.service.js';
import { LeadService } from './lead.service.js';
import { TeamService } from './team.service.js';

@Module({
  imports: [DraftsModule, TimescalesModule],
  controllers: [EpisodesController, ChecklistController, TeamController, LeaversController],
  providers: [
    LifecycleService,
    ReferenceNumbers,
    EpisodesService,
    MovesService,
    ReopeningService,
    ChecklistService,
    TeamService,
    LeadService,
    LeaversService,
  ],
  exports: [LifecycleService, TeamService],
})
export class EpisodesModule {}

import { Module } from '@nestjs/common';
import { AssessmentsModule } from '#api/assessments/assessments.module.js';
import { EngagementModule } from '#api/engagement/engagement.module.js';
import { EpisodesModule } from '#api/episodes/episodes.module.js';
import { PlansModule } from '#api/plans/plans.module.js';
import { TimescalesModule } from '#api/timescales/timescales.module.js';
import { AgendaService } from './agenda.service.js';
import { CasePanelService } from './case-panel.service.js';
import { DecisionsService } from './decisions.service.js';
import { PanelDaysController } from './http/panel-days.controller.js';
import { PanelItemsController } from './http/panel-items.controller.js';
import { PackService } from './pack.service.js';
import { PanelDaysService } from './panel-days.service.js';

@Module({
  imports: [EpisodesModule, AssessmentsModule, PlansModule, EngagementModule, TimescalesModule],
  controllers: [PanelDaysController, PanelItemsController],
  providers: [PanelDaysService, AgendaService, CasePanelService, PackService, DecisionsService],
})
export class PanelsModule {}

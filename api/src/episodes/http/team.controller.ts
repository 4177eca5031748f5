import { Body, Controller, Delete, Get, Param, Post, Query } from '@nestjs/common';
import {
  AnswerNomination,
  InviteToTeam,
  LeadVacanciesView,
  NominateLead,
  NominationView,
  OffersView,
  TeamView,
} from '@encircle/shared/episodes';
import { PageQuery } from '@encircle/shared/paging';
import { Access } from '#api/access/access.decorator.js';
import type { AccessContext } from '#api/access/access-context.js';
import { Ctx } from '#api/access/ctx.decorator.js';
import { Returns } from '#api/platform/http/returns.decorator.js';
import { UuidParam } from '#api/platform/http/uuid.param.js';
import { LeadService } from '#api/episodes/lead.service.js';
import { VacanciesService } from '#api/episodes/vacancies.service.js';
import { TeamService } from '#api/episodes/team.service.js';

@Controller()
export class TeamController {
  constructor(
    private readonly team: TeamService,
    private readonly lead: LeadService,
    private readonly vacancies: VacanciesService,
  ) {}

  @Get('episodes/:id/team')
  @Access({ permission: 'team.viewed', ceiling: ['read', 'case'], audited: true })
  @Returns(TeamView)
  view(@Ctx() ctx: AccessContext, @Param('id', UuidParam) id: string): Promise<TeamView> {
    return this.team.view(ctx, id);
  }

  @Post('episodes/:id/team')
  @Access({ permission: 'team.viewed', ceiling: ['update', 'case'], audited: true, creates: true })
  @Returns(TeamView, { status: 201 })
  add(
    @Ctx() ctx: AccessContext,
    @Param('id', UuidParam) id: string,
    @Body() body: InviteToTeam,
  ): Promise<TeamView> {
    return this.team.add(ctx, id, body);
  }

  /** The reason travels in the reason header, so that no address holds it. */
  @Delete('episodes/:id/team/:userId')
  @Access({ permission: 'team.viewed', ceiling: ['update', 'case'], audited: true })
  @Returns(TeamView)
  end(
    @Ctx() ctx: AccessContext,
    @Param('id', UuidParam) id: string,
    @Param('userId', UuidParam) userId: string,
  ): Promise<TeamView> {
    return this.team.end(ctx, id, userId, ctx.who.reason ?? 'LEFT');
  }

  @Post('episodes/:id/nominations')
  @Access({ permission: 'lead.nominated', ceiling: ['create', 'lead'], audited: true, creates: true })
  @Returns(NominationView, { status: 201 })
  nominate(
    @Ctx() ctx: AccessContext,
    @Param('id', UuidParam) id: string,
    @Body() body: NominateLead,
  ): Promise<NominationView> {
    return this.lead.nominate(ctx, id, body);
  }

  @Post('nominations/:id/answer')
  @Access({ permission: 'lead.answered', ceiling: ['update', 'lead'], audited: true, creates: true })
  @Returns(NominationView, { status: 201 })
  answer(
    @Ctx() ctx: AccessContext,
    @Param('id', UuidParam) id: string,
    @Body() body: AnswerNomination,
  ): Promise<NominationView> {
    return this.lead.answer(ctx, id, body);
  }

  @Get('lead-vacancies')
  @Access({ permission: 'lead.vacancies-listed', ceiling: ['approve', 'lead'], audited: true })
  @Returns(LeadVacanciesView)
  vacant(@Ctx() ctx: AccessContext, @Query() query: PageQuery): Promise<LeadVacanciesView> {
    return this.vacancies.list(ctx, query);
  }

  @Get('my/nominations')
  @Access({ permission: 'lead.offers-viewed', ceiling: ['read', 'lead'], audited: true })
  @Returns(OffersView)
  offers(@Ctx() ctx: AccessContext): Promise<OffersView> {
    return this.lead.offers(ctx);
  }
}

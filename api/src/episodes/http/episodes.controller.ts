import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import {
  EpisodeStateView,
  MoveAnswerView,
  MoveEpisode,
  MovesView,
  NextMovesView,
  ReopenEpisode,
  StartEpisode,
} from '@encircle/shared/episodes';
import { Access } from '#api/access/access.decorator.js';
import type { AccessContext } from '#api/access/access-context.js';
import { Ctx } from '#api/access/ctx.decorator.js';
import { Returns } from '#api/platform/http/returns.decorator.js';
import { UuidParam } from '#api/platform/http/uuid.param.js';
import { EpisodesService } from '#api/episodes/episodes.service.js';
import { MovesService } from '#api/episodes/moves.service.js';
import { ReopeningService } from '#api/episodes/reopening.service.js';

@Controller('episodes')
export class EpisodesController {
  constructor(
    private readonly episodes: EpisodesService,
    private readonly handMoves: MovesService,
    private readonly reopening: ReopeningService,
  ) {}

  @Post()
  @Access({ permission: 'episode.started', ceiling: ['create', 'case'], audited: true, creates: true })
  @Returns(EpisodeStateView, { status: 201 })
  start(@Ctx() ctx: AccessContext, @Body() body: StartEpisode): Promise<EpisodeStateView> {
    return this.episodes.start(ctx, body);
  }

  @Post(':id/moves')
  @Access({ permission: 'episode.move-asked', ceiling: ['update', 'case'], audited: true, creates: true })
  @Returns(MoveAnswerView, { status: 201 })
  move(
    @Ctx() ctx: AccessContext,
    @Param('id', UuidParam) id: string,
    @Body() body: MoveEpisode,
  ): Promise<MoveAnswerView> {
    return this.handMoves.move(ctx, id, body);
  }

  @Get(':id/moves')
  @Access({ permission: 'episode.moves-viewed', ceiling: ['read', 'case'], audited: true })
  @Returns(MovesView)
  moves(@Ctx() ctx: AccessContext, @Param('id', UuidParam) id: string): Promise<MovesView> {
    return this.handMoves.moves(ctx, id);
  }

  @Get(':id/next-moves')
  @Access({ permission: 'episode.next-viewed', ceiling: ['update', 'case'], audited: true })
  @Returns(NextMovesView)
  next(@Ctx() ctx: AccessContext, @Param('id', UuidParam) id: string): Promise<NextMovesView> {
    return this.handMoves.next(ctx, id);
  }

  @Post(':id/reopening')
  @Access({ permission: 'episode.reopened', ceiling: ['create', 'case'], audited: true, creates: true })
  @Returns(EpisodeStateView, { status: 201 })
  reopen(
    @Ctx() ctx: AccessContext,
    @Param('id', UuidParam) id: string,
    @Body() body: ReopenEpisode,
  ): Promise<EpisodeStateView> {
    return this.reopening.reopen(ctx, id, body);
  }
}

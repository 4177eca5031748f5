import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import {
  AccessReviewsPage,
  AccessReviewView,
  DecideAccessReview,
  ReviewsQuery,
  VersionOnly,
} from '@encircle/shared/emergency-access';
import { Access } from '#api/access/access.decorator.js';
import type { AccessContext } from '#api/access/access-context.js';
import { Ctx } from '#api/access/ctx.decorator.js';
import { AccessReviewsService } from '#api/emergency-access/reviews.service.js';
import { Returns } from '#api/platform/http/returns.decorator.js';
import { UuidParam } from '#api/platform/http/uuid.param.js';

@Controller('access-reviews')
export class AccessReviewsController {
  constructor(private readonly reviews: AccessReviewsService) {}

  @Get()
  @Access({ permission: 'access-review.listed', ceiling: ['read', 'access-review'], audited: true })
  @Returns(AccessReviewsPage)
  list(@Ctx() ctx: AccessContext, @Query() query: ReviewsQuery): Promise<AccessReviewsPage> {
    return this.reviews.list(ctx, query);
  }

  @Get(':id')
  @Access({ permission: 'access-review.viewed', ceiling: ['read', 'access-review'], audited: true })
  @Returns(AccessReviewView)
  view(@Ctx() ctx: AccessContext, @Param('id', UuidParam) id: string): Promise<AccessReviewView> {
    return this.reviews.view(ctx, id);
  }

  @Post(':id/begin')
  @Access({
    permission: 'access-review.begun',
    ceiling: ['update', 'access-review'],
    audited: true,
    creates: true,
  })
  @Returns(AccessReviewView, { status: 201 })
  begin(
    @Ctx() ctx: AccessContext,
    @Param('id', UuidParam) id: string,
    @Body() body: VersionOnly,
  ): Promise<AccessReviewView> {
    return this.reviews.start(ctx, id, body.version);
  }

  @Post(':id/outcome')
  @Access({
    permission: 'access-review.decided',
    ceiling: ['update', 'access-review'],
    audited: true,
    creates: true,
  })
  @Returns(AccessReviewView, { status: 201 })
  decide(
    @Ctx() ctx: AccessContext,
    @Param('id', UuidParam) id: string,
    @Body() body: DecideAccessReview,
  ): Promise<AccessReviewView> {
    return this.reviews.decide(ctx, id, body);
  }
}

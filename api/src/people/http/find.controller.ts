import { Body, Controller, Headers, HttpCode, Post } from '@nestjs/common';
import { FindAnswer, FindChild } from '@encircle/shared/people';
import { Access } from '#api/access/access.decorator.js';
import type { AccessContext } from '#api/access/access-context.js';
import { Ctx } from '#api/access/ctx.decorator.js';
import { FindService } from '#api/people/find.service.js';
import { Returns } from '#api/platform/http/returns.decorator.js';

@Controller('find')
export class FindController {
  constructor(private readonly finding: FindService) {}

  /** A POST so that no name is ever part of an address. */
  @Post()
  @HttpCode(200)
  @Access({ permission: 'index.searched', ceiling: ['read', 'index'], audited: true })
  @Returns(FindAnswer)
  find(
    @Ctx() ctx: AccessContext,
    @Body() body: FindChild,
    @Headers('x-encircle-purpose') purpose: string | undefined,
  ): Promise<FindAnswer> {
    return this.finding.find(ctx, body, purpose);
  }
}

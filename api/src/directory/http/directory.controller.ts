import { Controller, Get, Query } from '@nestjs/common';
import { AgencyList, AgencyQuery, WorkerList, WorkerQuery } from '@encircle/shared/people';
import { Access } from '#api/access/access.decorator.js';
import type { AccessContext } from '#api/access/access-context.js';
import { Ctx } from '#api/access/ctx.decorator.js';
import { agencies, workers } from '#api/directory/directory.repository.js';
import { Returns } from '#api/platform/http/returns.decorator.js';

/** Services and colleagues, to invite, name or nominate. No child is in it, so nothing is audited. */
@Controller()
export class DirectoryController {
  @Get('agencies')
  @Access({ permission: 'directory.agencies-listed', ceiling: ['read', 'directory'], audited: false })
  @Returns(AgencyList)
  async agencies(@Ctx() ctx: AccessContext, @Query() query: AgencyQuery): Promise<AgencyList> {
    return { items: await agencies(ctx.uow, query) };
  }

  @Get('workers')
  @Access({ permission: 'directory.workers-listed', ceiling: ['read', 'directory'], audited: false })
  @Returns(WorkerList)
  async workers(@Ctx() ctx: AccessContext, @Query() query: WorkerQuery): Promise<WorkerList> {
    return { items: await workers(ctx.uow, query) };
  }
}

import { Controller, Get, Query } from '@nestjs/common';
import { AgencyList, AgencyQuery, WorkerList, WorkerQuery } from '@encircle/shared/people';
import { Access } from '#api/access/access.decorator.js';
import type { AccessContext } from '#api/access/access-context.js';
import { Ctx } from '#api/access/ctx.decorator.js';
import { DirectoryService } from '#api/directory/directory.service.js';
import { Returns } from '#api/platform/http/returns.decorator.js';

/** Services and colleagues, to invite, name or nominate. No child is in it, so nothing is audited. */
@Controller()
export class DirectoryController {
  constructor(private readonly directory: DirectoryService) {}

  @Get('agencies')
  @Access({ permission: 'directory.agencies-listed', ceiling: ['read', 'directory'], audited: false })
  @Returns(AgencyList)
  agencies(@Ctx() ctx: AccessContext, @Query() query: AgencyQuery): Promise<AgencyList> {
    return this.directory.agencies(ctx, query);
  }

  @Get('workers')
  @Access({ permission: 'directory.workers-listed', ceiling: ['read', 'directory'], audited: false })
  @Returns(WorkerList)
  workers(@Ctx() ctx: AccessContext, @Query() query: WorkerQuery): Promise<WorkerList> {
    return this.directory.workers(ctx, query);
  }
}

import { Injectable } from '@nestjs/common';
import type { AgencyList, AgencyQuery, WorkerList, WorkerQuery } from '@encircle/shared/people';
import type { AccessContext } from '#api/access/access-context.js';
import { agencies, workers } from './persistence/directory.repository.js';

/** Services and colleagues, to invite, name or nominate. */
@Injectable()
export class DirectoryService {
  async agencies(ctx: AccessContext, query: AgencyQuery): Promise<AgencyList> {
    return { items: await agencies(ctx.uow, query) };
  }

  async workers(ctx: AccessContext, query: WorkerQuery): Promise<WorkerList> {
    return { items: await workers(ctx.uow, query) };
  }
}

import { Injectable } from '@nestjs/common';
import type { ProgressQuery, StatutoryReport } from '@encircle/shared/reports';
import type { AccessContext } from '#api/access/access-context.js';
import { TimescalesService } from '#api/timescales/timescales.service.js';
import { Shown } from './domain/shown.js';
import { statutoryFigures } from './domain/statutory-figures.js';
import { statutoryCounts } from './persistence/progress.repository.js';
import { askedFor } from './progress.service.js';

/** What went to social care and came back, and how long cases were open without it. */
@Injectable()
export class StatutoryService {
  constructor(private readonly timescales: TimescalesService) {}

  async view(ctx: AccessContext, query: ProgressQuery): Promise<StatutoryReport> {
    const { quarter, locality } = await askedFor(ctx, query);
    const rows = await statutoryCounts(ctx.uow, quarter, locality);
    const suppressed = ctx.who.role === 'ANLY';
    await ctx.audit({ channel: 'count', count: rows.length });
    const timescales = await this.timescales.now(ctx);
    return { quarter, suppressed, ...statutoryFigures(rows, ctx.today, timescales, new Shown(suppressed)) };
  }
}

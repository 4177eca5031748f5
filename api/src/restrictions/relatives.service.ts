import { Injectable } from '@nestjs/common';
import { isCivilDate } from '@encircle/shared/dates';
import type {
  ForgetRelative,
  NameRelative,
  RelativesView,
  RelativeView,
} from '@encircle/shared/restrictions';
import {
  forgetRelative,
  insertRelative,
  relativeById,
  relativesOf,
} from './persistence/relatives.repository.js';
import type { AccessContext } from '#api/access/access-context.js';
import { invalid, notFound, stale } from '#api/platform/errors/domain-error.js';

/**
 * A worker's own family. Whoever they name shuts their record to them, now or when one is made; the answer is the same
 * whether there is a record or not, and nobody else reads the list.
 */
@Injectable()
export class RelativesService {
  async list(ctx: AccessContext): Promise<RelativesView> {
    const items = await relativesOf(ctx);
    await this.wroteDown(ctx, items.length);
    return { items };
  }

  async name(ctx: AccessContext, body: NameRelative): Promise<RelativeView> {
    if (!isCivilDate(body.dateOfBirth) || body.dateOfBirth > ctx.today)
      throw invalid({ dateOfBirth: ['Enter a date of birth that is not in the future'] });
    const id = await insertRelative(ctx, body);
    await this.wroteDown(ctx, 1);
    const row = await relativeById(ctx, id);
    if (!row) throw notFound();
    return row;
  }

  /** The entry goes; a record it shut stays shut until the information-governance officer opens it. */
  async forget(ctx: AccessContext, id: string, body: ForgetRelative): Promise<RelativesView> {
    const found = await relativeById(ctx, id);
    if (!found) throw notFound();
    if (!(await forgetRelative(ctx, id, body.version))) throw stale({ current: found, yours: body });
    await this.wroteDown(ctx, 1);
    return { items: await relativesOf(ctx) };
  }

  private wroteDown(ctx: AccessContext, count: number): Promise<void> {
    return ctx.audit({ basis: [`role:${ctx.who.role}`], count });
  }
}

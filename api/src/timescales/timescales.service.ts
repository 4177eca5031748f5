import { Injectable } from '@nestjs/common';
import { DEFAULT_TIMESCALES, timescalesWith, type Timescales } from '@encircle/shared/lifecycle';
import {
  LOCAL_TIMESCALES,
  type LocalTimescale,
  type SetTimescale,
  type TimescalesView,
} from '@encircle/shared/timescales';
import type { AccessContext } from '#api/access/access-context.js';
import { notFound, stale } from '#api/platform/errors/domain-error.js';
import {
  addSetting,
  latestSettings,
  settingsAt,
  settingsOf,
  type StoredSettings,
} from './persistence/timescales.repository.js';

/** Local time limits (rule 5.4): a clock goes by what was in force when it started. */
@Injectable()
export class TimescalesService {
  /** For a clock that starts now. */
  async now(ctx: AccessContext): Promise<Timescales> {
    return timescales(await settingsAt(ctx.uow, ctx.now));
  }

  /** For a clock that started at that instant. */
  async at(ctx: AccessContext, instant: string): Promise<Timescales> {
    return timescales(await settingsAt(ctx.uow, instant));
  }

  /** For the clock of the stage a case is in. */
  async ofStage(ctx: AccessContext, episodeId: string): Promise<Timescales> {
    return timescales(await settingsOf(ctx.uow, episodeId));
  }

  async list(ctx: AccessContext): Promise<TimescalesView> {
    const stored = new Map((await latestSettings(ctx.uow)).map((each) => [each.key, each]));
    return {
      items: LOCAL_TIMESCALES.map((key) => {
        const set = stored.get(key);
        const usual = DEFAULT_TIMESCALES[key];
        return {
          key,
          usual,
          value: set?.value ?? usual,
          version: set?.number ?? 0,
          since: set?.since ?? null,
          by: set?.by ?? null,
        };
      }),
    };
  }

  /** For clocks that start from now on. @throws 409 with what is set when somebody set it in between */
  async set(ctx: AccessContext, key: string, body: SetTimescale): Promise<TimescalesView> {
    if (!isLocal(key)) throw notFound();
    const stored = (await this.list(ctx)).items.find((each) => each.key === key);
    const isCurrent = stored?.version === body.version;
    if (!isCurrent || !(await addSetting(ctx, key, body.value, body.version + 1)))
      throw stale({ stored, sent: body });
    await ctx.audit({ basis: [`role:${ctx.who.role}`, `timescale:${key}`], fields: ['value'] });
    return this.list(ctx);
  }
}

function timescales(stored: StoredSettings): Timescales {
  const known = Object.entries(stored).filter(([key]) => isLocal(key));
  return timescalesWith(Object.fromEntries(known));
}

function isLocal(key: string): key is LocalTimescale {
  return (LOCAL_TIMESCALES as readonly string[]).includes(key);
}

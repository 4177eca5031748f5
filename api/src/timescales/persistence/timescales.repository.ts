import type { AccessContext } from '#api/access/access-context.js';
import type { UnitOfWork } from '#api/platform/database/unit-of-work.js';

/** Settings by key, as they were at an instant or when the clock of a case's stage started. */
export type StoredSettings = Record<string, number>;

export async function settingsAt(uow: UnitOfWork, at: string): Promise<StoredSettings> {
  const row = await uow.one<{ set: StoredSettings }>('select sec.timescales_at($1) as "set"', [at]);
  return row?.set ?? {};
}

export async function settingsOf(uow: UnitOfWork, episodeId: string): Promise<StoredSettings> {
  const row = await uow.one<{ set: StoredSettings | null }>('select sec.timescales_of($1) as "set"', [
    episodeId,
  ]);
  return row?.set ?? {};
}

export interface LatestSetting {
  key: string;
  value: number;
  number: number;
  since: string;
  by: string | null;
}

/** The latest of each key: as many rows as there are keys. */
export function latestSettings(uow: UnitOfWork): Promise<LatestSetting[]> {
  return uow.rows<LatestSetting>(
    `select distinct on (t.key) t.key, t.value, t.number, sec.instant(t.from_at) as since, u.full_name as by
     from app.timescale t left join app.app_user u on u.id = t.created_by order by t.key, t.number desc limit 200`,
  );
}

/** @returns false when somebody set it in between */
export async function addSetting(
  ctx: AccessContext,
  key: string,
  value: number,
  number: number,
): Promise<boolean> {
  const added = await ctx.uow.changed(
    `insert into app.timescale (key, value, number, created_by) values ($1, $2, $3, $4)
     on conflict (key, number) do nothing`,
    [key, value, number, ctx.userId],
  );
  return added === 1;
}

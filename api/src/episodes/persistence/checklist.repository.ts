import type { Checklist } from '@encircle/shared/episodes';
import type { AccessContext } from '#api/access/access-context.js';
import type { UnitOfWork } from '#api/platform/database/unit-of-work.js';

export interface StoredChecklist {
  id: string;
  version: number;
  checklist: Checklist;
  savedAt: string;
  authorId: string;
  sourceAgencyId: string;
}

export function currentChecklist(uow: UnitOfWork, episodeId: string): Promise<StoredChecklist | null> {
  return uow.one<StoredChecklist>(
    `select id, version, body as checklist, sec.instant(updated_at) as "savedAt", author_id as "authorId",
            source_agency_id as "sourceAgencyId"
     from app.case_fact where episode_id = $1 and kind = 'PRECAF' and ended_at is null
     order by created_at desc, id limit 1`,
    [episodeId],
  );
}

/** @returns false when somebody saved in between */
export async function saveChecklist(
  ctx: AccessContext,
  id: string,
  version: number,
  checklist: Checklist,
): Promise<boolean> {
  const changed = await ctx.uow.changed(
    `update app.case_fact set body = $3, version = version + 1, updated_at = sec.now(), said_on = $4
     where id = $1 and version = $2`,
    [id, version, JSON.stringify(checklist), ctx.today],
  );
  return changed === 1;
}

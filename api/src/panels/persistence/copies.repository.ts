import type { PanelCopyView } from '@encircle/shared/panels';
import type { AccessContext } from '#api/access/access-context.js';

export interface MadeCopy {
  itemId: string;
  episodeId: string;
  channel: PanelCopyView['channel'];
  fingerprint: string;
  categories: readonly string[];
  paragraphs: number;
}

/** One row for each different copy a member had; looking again moves its last time. */
export async function keepCopy(ctx: AccessContext, copy: MadeCopy): Promise<void> {
  await ctx.uow.rows(
    `insert into app.panel_copy (item_id, episode_id, user_id, channel, fingerprint, categories, paragraphs, created_by)
     values ($1, $2, $3, $4, $5, $6, $7, $3)
     on conflict (item_id, user_id, channel, fingerprint)
       do update set last_at = sec.now(), updated_at = sec.now(), version = app.panel_copy.version + 1`,
    [
      copy.itemId,
      copy.episodeId,
      ctx.userId,
      copy.channel,
      copy.fingerprint,
      [...copy.categories],
      copy.paragraphs,
    ],
  );
}

/** Bounded: a few copies for each of at most thirty members. */
export const copiesOf = (ctx: AccessContext, itemId: string): Promise<PanelCopyView[]> =>
  ctx.uow.rows<PanelCopyView>(
    `select u.full_name as name, c.channel, sec.instant(c.first_at) as "firstAt", sec.instant(c.last_at) as "lastAt",
       c.fingerprint, c.paragraphs
     from app.panel_copy c join app.app_user u on u.id = c.user_id where c.item_id = $1
     order by c.first_at, u.full_name, c.id limit 200`,
    [itemId],
  );

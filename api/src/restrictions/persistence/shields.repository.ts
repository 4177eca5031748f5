import type { ReviewShield, SetShield } from '@encircle/shared/restrictions';
import type { AccessContext } from '#api/access/access-context.js';
import type { ShieldRow } from '#api/restrictions/domain/shields.js';

const COLUMNS = `s.id, s.version, s.kind, s.ground, s.episode_id as "episodeId", s.episode_ref as "episodeRef",
  s.child_id as "childId", sec.instant(s.from_at) as "from", to_json(s.from_at) #>> '{}' as "fromKey",
  sec.instant(s.until_at) as "until", s.review_on as "reviewOn", s.members, s.set_by as "setBy",
  s.lift_asked_by as "liftAskedById", s.lift_asked_by_name as "liftAskedBy", s.lift_reason as "liftReason",
  s.lifted_by_name as "liftedBy",
  (select jsonb_build_object('decidedOn', r.decided_on, 'reason', r.reason, 'by', r.decided_by)
    from sec.shield_reviews(array[s.id]) r) as reviewed`;

export const shieldOf = (ctx: AccessContext, id: string): Promise<ShieldRow | null> =>
  ctx.uow.one<ShieldRow>(`select ${COLUMNS} from sec.shield_of($1) s`, [id]);

export const shields = (
  ctx: AccessContext,
  before: readonly [string, string] | null,
  limit: number,
): Promise<ShieldRow[]> =>
  ctx.uow.rows<ShieldRow>(`select ${COLUMNS} from sec.shield_register($1, $2, $3) s`, [
    before?.[0] ?? null,
    before?.[1] ?? null,
    limit,
  ]);

export async function setShield(
  ctx: AccessContext,
  episodeId: string,
  childId: string,
  body: SetShield,
  reviewOn: string,
): Promise<string> {
  const row = await ctx.uow.one<{ id: string }>('select sec.set_shield($1, $2, $3, $4, $5, $6) as id', [
    episodeId,
    childId,
    body.kind,
    body.ground,
    body.memberIds,
    reviewOn,
  ]);
  return row?.id ?? '';
}

export async function changeShield(
  ctx: AccessContext,
  id: string,
  version: number,
  memberIds: readonly string[],
  reviewOn: string,
): Promise<boolean> {
  const row = await ctx.uow.one<{ done: boolean }>('select sec.change_shield($1, $2, $3, $4) as done', [
    id,
    version,
    memberIds,
    reviewOn,
  ]);
  return row?.done === true;
}

export async function reviewShield(ctx: AccessContext, id: string, body: ReviewShield): Promise<boolean> {
  const row = await ctx.uow.one<{ done: boolean }>('select sec.review_shield($1, $2, $3, $4) as done', [
    id,
    body.version,
    body.reason,
    body.reviewOn,
  ]);
  return row?.done === true;
}

export async function liftShield(
  ctx: AccessContext,
  id: string,
  version: number,
  reason: string,
): Promise<'STALE' | 'ASKED' | 'SAME_PERSON' | 'LIFTED'> {
  const row = await ctx.uow.one<{ done: 'STALE' | 'ASKED' | 'SAME_PERSON' | 'LIFTED' }>(
    'select sec.lift_shield($1, $2, $3) as done',
    [id, version, reason],
  );
  return row?.done ?? 'STALE';
}

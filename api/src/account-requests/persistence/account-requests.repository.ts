import type {
  AnswerAccountRequest,
  KeepAccountRequest,
  AccountRequestView,
} from '@encircle/shared/account-requests';
import type { AccessContext } from '#api/access/access-context.js';

export interface AccountRequestRow extends AccountRequestView {
  createdKey: string;
}

const REQUEST = `
  select r.id, r.version, r.reference, r.requester, r.capacity, r.about, r.asked_how as "askedHow",
    r.received_on as "receivedOn", r.status, r.reason, u.full_name as "answeredBy", r.answered_on as "answeredOn",
    sec.instant(r.created_at) as "createdKey"
  from app.account_request r left join app.app_user u on u.id = r.answered_by`;

/** One page of the register, newest first. @param after created_at and id of the last one before */
export const accountRequests = (
  ctx: AccessContext,
  after: readonly [string, string] | null,
  limit: number,
): Promise<AccountRequestRow[]> =>
  ctx.uow.rows<AccountRequestRow>(
    `${REQUEST}
     where $1::timestamptz is null or (date_trunc('milliseconds', r.created_at), r.id) < ($1::timestamptz, $2::uuid)
     order by date_trunc('milliseconds', r.created_at) desc, r.id desc limit $3`,
    [after?.[0] ?? null, after?.[1] ?? null, limit],
  );

export const accountRequestById = (ctx: AccessContext, id: string): Promise<AccountRequestRow | null> =>
  ctx.uow.one<AccountRequestRow>(`${REQUEST} where r.id = $1`, [id]);

export async function insertAccountRequest(
  ctx: AccessContext,
  reference: string,
  body: KeepAccountRequest,
): Promise<string> {
  const made = await ctx.uow.one<{ id: string }>(
    `insert into app.account_request (reference, requester, capacity, about, asked_how, received_on, created_by)
     values ($1, $2, $3, $4, $5, $6, $7) returning id`,
    [reference, body.requester, body.capacity, body.about, body.askedHow, body.receivedOn, ctx.userId],
  );
  return made?.id ?? '';
}

/** @returns false when somebody answered or changed it before */
export async function answerAccountRequest(
  ctx: AccessContext,
  id: string,
  { version, answer, reason, identity }: AnswerAccountRequest,
): Promise<boolean> {
  const changed = await ctx.uow.changed(
    `update app.account_request set status = $3, reason = $4, identity = $5, answered_by = $6, answered_on = $7,
       version = version + 1, updated_at = sec.now()
     where id = $1 and version = $2 and status = 'WAITING'`,
    [id, version, answer, reason, answer === 'OPENED' ? identity : null, ctx.userId, ctx.today],
  );
  return changed === 1;
}

/** @returns the case, or null where there is nothing this person may be shown, for whatever reason */
export async function openAccount(ctx: AccessContext, ref: string, name: string): Promise<string | null> {
  const row = await ctx.uow.one<{ id: string | null }>('select sec.open_account($1, $2) as id', [ref, name]);
  return row?.id ?? null;
}

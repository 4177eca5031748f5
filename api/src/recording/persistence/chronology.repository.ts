import type { AccessContext } from '#api/access/access-context.js';
import { LABEL, type Labelled } from '#api/access/labelled.js';
import type { NoteKey } from './notes.repository.js';

export interface ChronologyRow extends Labelled {
  kind: string;
  id: string;
  day: string;
  at: string;
  significant: boolean;
  author: string | null;
  detail: Record<string, unknown>;
}

const AUTHOR = (t: string): string => `(select u.full_name from app.app_user u where u.id = ${t}.author_id)`;

/** Each kind of work leaves its line (rule 4.6). `day` is when it happened, in London. */
const LINES = `
  select 'NOTE' as kind, n.id, n.event_on as day, n.created_at as at, n.significant, ${AUTHOR('n')} as author,
    json_build_object('noteKind', n.kind, 'text', n.text, 'ownWords', n.own_words, 'saidBy', n.said_by) as detail, ${LABEL('n')}
  from app.note n where n.episode_id = $1 and n.struck_at is null
  union all
  select 'MOVE', v.id, v.happened_on, v.created_at, true, ${AUTHOR('v')},
    json_build_object('transition', v.transition, 'toState', v.to_state), ${LABEL('v')}
  from app.episode_move v where v.episode_id = $1
  union all
  select 'MEETING', m.id, (m.held_at at time zone 'Europe/London')::date, m.created_at, true, null,
    json_build_object('type', m.type, 'levelAgreed', m.level_agreed, 'reviewNo', m.review_no), ${LABEL('m')}
  from app.meeting m where m.episode_id = $1 and m.status = 'HELD'
  union all
  select 'ACTION', a.id, a.done_on, a.created_at, false, (select u.full_name from app.app_user u where u.id = a.owner_user_id),
    json_build_object('text', a.text), ${LABEL('a')}
  from app.action a where a.episode_id = $1 and a.status = 'DONE'`;

export interface ChronologyAsked {
  kind: string | null;
  significant: boolean | null;
  after: NoteKey | null;
  limit: number;
}

export function chronologyOf(
  ctx: AccessContext,
  episodeId: string,
  asked: ChronologyAsked,
): Promise<ChronologyRow[]> {
  const [day, at, id] = asked.after ?? [null, null, null];
  return ctx.uow.rows<ChronologyRow>(
    `select c.*, sec.instant(c.at) as at from (${LINES}) c
     where ($2::text is null or c.kind = $2) and ($3::boolean is null or c.significant = $3)
       and ($4::date is null or (c.day, date_trunc('milliseconds', c.at), c.id) < ($4::date, $5::timestamptz, $6::uuid))
     order by c.day desc, date_trunc('milliseconds', c.at) desc, c.id desc limit $7`,
    [episodeId, asked.kind, asked.significant, day, at, id, asked.limit],
  );
}

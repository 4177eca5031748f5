import { OUTCOME_MEASURES, SF_OUTCOMES } from '@encircle/shared/codes';
import type { DecideLine, LineDecision, WithholdGround } from '@encircle/shared/record-requests';
import type { AccessContext } from '#api/access/access-context.js';
import { LABEL, type Labelled } from '#api/access/labelled.js';

/** One thing of the record, with its label: what a pack is made of. */
export interface FoundItem extends Labelled {
  source: string;
  sourceId: string;
  day: string;
  by: string | null;
  text: string;
}

const AUTHOR = (t: string): string =>
  `(select concat_ws(', ', u.full_name, g.name) from app.app_user u left join app.agency g on g.id = ${t}.source_agency_id
    where u.id = ${t}.author_id)`;

const of = (source: string, t: string, table: string, day: string, text: string, where = 'true'): string => `
  select '${source}' as source, ${t}.id as "sourceId", ${day} as day, ${AUTHOR(t)} as by, ${text} as text, ${LABEL(t)}
  from app.${table} ${t} where ${t}.episode_id = $1 and (${t}.subject_id is null or ${t}.subject_id = $2) and ${where}`;

const DAY = (at: string): string => `(${at} at time zone 'Europe/London')::date`;
/** What people wrote; the codes of what they ticked say nothing to a reader outside. */
const WORDS = (json: string): string =>
  `coalesce((select string_agg(x.v #>> '{}', E'\\n' order by x.n) from jsonb_path_query(${json}, '$.** ? (@.type() == "string")')
    with ordinality as x(v, n) where x.v #>> '{}' !~ '^([A-Z][A-Z0-9_]*|[0-9a-f-]{36}|[0-9-]{10})$'), '')`;

const OF_CHILD = (source: string, t: string, table: string, text: string): string => `
  select '${source}', ${t}.id, coalesce(${t}.valid_from, ${DAY(`${t}.created_at`)}), null, ${text}, $2::uuid, null::uuid, 'IDENT',
    null::uuid, ${t}.created_by, '{}'::uuid[], sec.instant(${t}.created_at)
  from app.${table} ${t} where ${t}.person_id = $2`;

const DISCLOSED = `
  select 'DISCLOSURE', d.id, ${DAY('d.shared_at')}, ${AUTHOR('d')},
    concat_ws(E'\\n', 'Shared with ' || d.recipient || ':', d.exact_text, d.why_needed), d.subject_id, null::uuid, 'SAFE',
    d.source_agency_id, d.author_id, '{}'::uuid[], sec.instant(d.shared_at)
  from app.disclosure d where d.episode_id = $1 and d.decision = 'SHARED' and (d.subject_id is null or d.subject_id = $2)`;

const REFERRED = `
  select 'DISCLOSURE', f.id, f.made_on, f.by_whom, concat_ws(E'\\n', 'Told the safeguarding hub:', f.text), f.subject_id, null::uuid,
    'SAFE', f.source_agency_id, f.author_id, '{}'::uuid[], sec.instant(f.recorded_at)
  from sec.referrals_for_pack($1, $2) f`;

const FRONT_DOOR = `
  select f.source, f.id, f.made_on, f.by_whom, f.words, $2::uuid, null::uuid, f.category, f.source_agency_id, f.author_id,
    '{}'::uuid[], sec.instant(f.recorded_at)
  from sec.front_door_for_pack($1, $2) f`;

/** What the level of need was called by, and why another one was chosen. */
const LEVEL = `'Level of need ' || l.level`;

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;
/** What was measured, in words: which of the ten outcomes, what, how much and who says so. */
const EVIDENCE = `concat_ws(', ', (array[${SF_OUTCOMES.rows.map(({ label }) => quoted(label)).join(', ')}])[e.outcome],
    case e.measure ${OUTCOME_MEASURES.rows.map(({ code, label }) => `when '${code}' then ${quoted(label)}`).join(' ')} end
      || ': ' || trim_scale(e.value), e.source, case e.met when true then 'met' when false then 'not met' end)`;

const ITEMS = [
  of('NOTE', 'n', 'note', 'n.event_on', 'n.text', 'n.struck_at is null'),
  of('ASSESSMENT', 'a', 'answer', DAY('a.updated_at'), WORDS('a.body'), `a.body <> '{}'`),
  of('MINUTES', 'm', 'minute', DAY('m.created_at'), `concat_ws(E'\\n', m.text, m.answered)`),
  of('PLAN', 'o', 'outcome', DAY('o.created_at'), `concat_ws(E'\\n', o.need, o.statement)`),
  of('ACTION', 'c', 'action', DAY('c.created_at'), 'c.text'),
  of('EVIDENCE', 'e', 'outcome_evidence', 'e.measured_on', EVIDENCE, 'e.struck_at is null'),
  of('REVIEW', 'v', 'review', 'v.held_on', `concat_ws(E'\\n', v.child_comment, v.parent_comment)`),
  OF_CHILD('ADDRESS', 'b', 'address', `concat_ws(', ', b.lines, b.postcode)`),
  OF_CHILD(
    'SETTING',
    's',
    'setting',
    `coalesce(s.name, (select g.name from app.agency g where g.id = s.agency_id), '')`,
  ),
  of('LEVEL', 'l', 'level_judgement', DAY('l.created_at'), LEVEL),
  of('LEVEL', 'h', 'level_ground', DAY('h.created_at'), 'h.reason', 'h.reason is not null'),
  DISCLOSED,
  REFERRED,
  FRONT_DOOR,
].join(' union all ');

/** More than the longest record there has been; a pack is made whole or not at all. */
export const MOST_LINES = 5000;

export const itemsOf = (ctx: AccessContext, episodeId: string, childId: string): Promise<FoundItem[]> =>
  ctx.uow.rows<FoundItem>(
    `select * from (${ITEMS}) i where i.text <> '' order by i.day, i.source, i."sourceId" limit $3`,
    [episodeId, childId, MOST_LINES + 1],
  );

export const locatingWords = async (
  ctx: AccessContext,
  episodeId: string,
  childId: string,
): Promise<string[]> =>
  (await ctx.uow.one<{ words: string[] }>('select sec.locating_words($1, $2) as words', [episodeId, childId]))
    ?.words ?? [];

export interface LineRow {
  id: string;
  version: number;
  requestId: string;
  position: number;
  source: string;
  day: string;
  category: string;
  by: string | null;
  text: string;
  decision: LineDecision;
  ground: WithholdGround | null;
  passages: string[];
  note: string | null;
  locked: boolean;
}

const LINE = `l.id, l.version, l.request_id as "requestId", l.position, l.source, l.day, l.category, l.by_whom as by, l.text,
  l.decision, l.ground, l.passages, l.note, l.locked from app.record_request_line l`;

export const linesOf = (
  ctx: AccessContext,
  requestId: string,
  after = 0,
  limit = MOST_LINES,
): Promise<LineRow[]> =>
  ctx.uow.rows<LineRow>(
    `select ${LINE} where l.request_id = $1 and l.position > $2 order by l.position limit $3`,
    [requestId, after, limit],
  );

export const lineById = (ctx: AccessContext, requestId: string, id: string): Promise<LineRow | null> =>
  ctx.uow.one<LineRow>(`select ${LINE} where l.request_id = $1 and l.id = $2`, [requestId, id]);

export async function countsOf(
  ctx: AccessContext,
  requestId: string,
): Promise<{ total: number; included: number }> {
  const row = await ctx.uow.one<{ total: number; included: number }>(
    `select count(*)::int as total, count(*) filter (where decision <> 'WITHHOLD')::int as included
     from app.record_request_line where request_id = $1`,
    [requestId],
  );
  return row ?? { total: 0, included: 0 };
}

export type NewLine = Omit<LineRow, 'id' | 'version' | 'requestId' | 'passages' | 'note'> & {
  sourceId: string;
};

export async function insertLines(
  ctx: AccessContext,
  requestId: string,
  lines: readonly NewLine[],
): Promise<void> {
  await ctx.uow.rows(
    `insert into app.record_request_line (request_id, position, source, source_id, day, category, by_whom, text, decision, ground,
       locked, created_by)
     select $1, x.position, x.source, x."sourceId", x.day, x.category, x.by, x.text, x.decision, x.ground, x.locked, $3
     from jsonb_to_recordset($2::jsonb) as x(position int, source text, "sourceId" uuid, day date, category text, by text, text text,
       decision text, ground text, locked boolean)`,
    [requestId, JSON.stringify(lines), ctx.userId],
  );
}

export async function decideLine(ctx: AccessContext, id: string, body: DecideLine): Promise<boolean> {
  const changed = await ctx.uow.changed(
    `update app.record_request_line set decision = $3, ground = $4, passages = $5, note = $6, version = version + 1,
       updated_at = sec.now() where id = $1 and version = $2`,
    [
      id,
      body.version,
      body.decision,
      body.decision === 'INCLUDE' ? null : (body.ground ?? null),
      body.decision === 'PART' ? (body.passages ?? []) : [],
      body.note || null,
    ],
  );
  return changed === 1;
}

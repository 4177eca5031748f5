import type { AccessContext } from '#api/access/access-context.js';
import { LABEL, type Labelled } from '#api/access/labelled.js';

export interface ContentRow extends Labelled {
  id: string;
  kind: string;
  detail: Record<string, unknown>;
}

/** The words and values of each kind of content, without its label. */
const TABLES: Readonly<Record<string, string>> = {
  episode_move: `json_build_object('transition', t.transition, 'toState', t.to_state, 'happenedOn', t.happened_on)`,
  case_fact: `json_build_object('kind', t.kind, 'body', t.body, 'saidOn', t.said_on)`,
  assessment: `json_build_object('versionNo', t.version_no, 'status', t.status)`,
  answer: `json_build_object('section', t.section, 'body', t.body)`,
  meeting: `json_build_object('type', t.type, 'status', t.status, 'plannedAt', sec.instant(t.planned_at))`,
  meeting_place: `json_build_object('place', t.place)`,
  minute: `json_build_object('kind', t.kind, 'text', t.text, 'saidBy', t.said_by)`,
  plan: `json_build_object('versionNo', t.version_no, 'status', t.status)`,
  outcome: `json_build_object('statement', t.statement, 'need', t.need)`,
  action: `json_build_object('text', t.text, 'status', t.status, 'byWhen', t.by_when)`,
  review: `json_build_object('reviewNo', t.review_no, 'level', t.level, 'whatNext', t.what_next)`,
  note: `json_build_object('kind', t.kind, 'eventOn', t.event_on, 'text', t.text)`,
};

const UNION = Object.entries(TABLES)
  .map(
    ([table, detail]) => `select t.id, '${table}' as kind, ${detail} as detail, t.created_at, ${LABEL('t')}
      from app.${table} t where t.episode_id = $1 and t.category = $2
        and ($3::uuid is null or t.subject_id = $3 or t.subject_id is null)
        and ($4::uuid is null or t.about_person_id = $4)`,
  )
  .join('\nunion all\n');

const MOST = 100;

/** Rows of one kind of information, from whatever work they come, newest first; row-level security has the first word. */
export function contentOf(
  ctx: AccessContext,
  episodeId: string,
  asked: { category: string; subjectId: string | null; aboutPersonId: string | null },
): Promise<ContentRow[]> {
  return ctx.uow.rows<ContentRow>(
    `select * from (${UNION}) c order by c.created_at desc, c.id limit ${MOST}`,
    [episodeId, asked.category, asked.subjectId, asked.aboutPersonId],
  );
}

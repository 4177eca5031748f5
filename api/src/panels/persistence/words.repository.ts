import { LABEL, type Labelled } from '#api/access/labelled.js';
import type { AccessContext } from '#api/access/access-context.js';

export interface QuestionRow extends Labelled {
  question: string;
}

export interface DecisionRow extends Labelled {
  decision: string;
  resources: string | null;
  owner: string;
  dueOn: string | null;
  by: string | null;
}

export interface CaseWords {
  children: { id: string; name: string | null }[];
  questions: QuestionRow[];
}

/** The children by the name they go by, and what was last asked of a panel. */
export async function wordsOfCase(ctx: AccessContext, episodeId: string): Promise<CaseWords> {
  return {
    children: await ctx.uow.rows(
      `select p.id, coalesce(p.preferred_name, p.given_names) as name
       from app.episode_subject s join app.person p on p.id = s.person_id
       where s.episode_id = $1 and s.role = 'CHILD_SUBJECT' order by s.position, p.id limit 30`,
      [episodeId],
    ),
    questions: await ctx.uow.rows<QuestionRow>(
      `select f.body ->> 'question' as question, ${LABEL('f')}
       from app.case_fact f where f.episode_id = $1 and f.kind = 'MOVE' and f.body ->> 'transition' = 'T19'
       order by f.created_at desc, f.id limit 1`,
      [episodeId],
    ),
  };
}

/** What panels decided on the case, latest first. Bounded: a case is brought a few times in its life. */
export const decisionsOf = (ctx: AccessContext, episodeId: string): Promise<DecisionRow[]> =>
  ctx.uow.rows<DecisionRow>(
    `select f.body ->> 'decision' as decision, f.body ->> 'resources' as resources, f.body ->> 'owner' as owner,
       f.body ->> 'dueOn' as "dueOn", u.full_name as by, ${LABEL('f')}
     from app.case_fact f left join app.app_user u on u.id = f.author_id
     where f.episode_id = $1 and f.kind = 'MOVE' and f.body ->> 'transition' = 'T20'
     order by f.created_at desc, f.id limit 20`,
    [episodeId],
  );

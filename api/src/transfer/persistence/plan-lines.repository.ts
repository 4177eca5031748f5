import { LABEL, type Labelled } from '#api/access/labelled.js';
import type { UnitOfWork } from '#api/platform/database/unit-of-work.js';

export interface PlanLine extends Labelled {
  kind: 'HOPE' | 'ACTION';
  text: string;
  status: string;
  byWhen: string | null;
}

/** Hopes and actions of the plan last agreed, in their order. Bounded: a plan holds a few dozen. */
export function planLines(uow: UnitOfWork, episodeId: string): Promise<PlanLine[]> {
  return uow.rows<PlanLine>(
    `with last as (
       select p.id from app.plan p where p.episode_id = $1 and p.status <> 'DRAFT' order by p.version_no desc, p.id limit 1)
     select 'HOPE' as kind, o.statement as text, o.status, o.target_on::text as "byWhen", o.position, ${LABEL('o')}
     from app.outcome o join last on last.id = o.plan_id
     union all
     select 'ACTION', a.text, a.status, a.by_when::text, a.position, ${LABEL('a')}
     from app.action a join last on last.id = a.plan_id
     order by kind desc, position limit 400`,
    [episodeId],
  );
}

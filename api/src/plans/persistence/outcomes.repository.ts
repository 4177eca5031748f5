import { randomUUID } from 'node:crypto';
import type { AccessContext } from '#api/access/access-context.js';
import { LABEL, type Labelled } from '#api/access/labelled.js';
import type { UnitOfWork } from '#api/platform/database/unit-of-work.js';

export interface OutcomeRow extends Labelled {
  id: string;
  episodeId: string;
  planId: string;
  position: number;
  need: string | null;
  elementCode: string | null;
  statement: string;
  agreedWith: string[];
  ecmOutcome: string | null;
  familyOutcomes: number[];
  measure: string | null;
  scaleLow: number;
  scaleHigh: number;
  lowWords: string | null;
  highWords: string | null;
  better: string;
  rater: string | null;
  baselineValue: number | null;
  baselineOn: string | null;
  targetValue: number | null;
  targetOn: string | null;
  status: string;
  version: number;
}

const COLUMNS = `o.id, o.episode_id as "episodeId", o.plan_id as "planId", o.position, o.need,
  o.element_code as "elementCode", o.statement, o.agreed_with as "agreedWith", o.ecm_outcome as "ecmOutcome",
  o.family_outcomes as "familyOutcomes", o.measure, o.scale_low as "scaleLow", o.scale_high as "scaleHigh",
  o.low_words as "lowWords", o.high_words as "highWords", o.better, o.rater, o.baseline_value as "baselineValue",
  o.baseline_on as "baselineOn", o.target_value as "targetValue", o.target_on as "targetOn", o.status, o.version,
  ${LABEL('o')}`;

export function outcomesOf(uow: UnitOfWork, planId: string): Promise<OutcomeRow[]> {
  return uow.rows<OutcomeRow>(
    `select ${COLUMNS} from app.outcome o where o.plan_id = $1 order by o.position, o.created_at, o.id`,
    [planId],
  );
}

export function outcomeRow(uow: UnitOfWork, id: string): Promise<OutcomeRow | null> {
  return uow.one<OutcomeRow>(`select ${COLUMNS} from app.outcome o where o.id = $1`, [id]);
}

/** Columns a command may set; names are ours, never the caller's. */
const SETTABLE = {
  need: 'need',
  elementCode: 'element_code',
  statement: 'statement',
  agreedWith: 'agreed_with',
  ecmOutcome: 'ecm_outcome',
  familyOutcomes: 'family_outcomes',
  measure: 'measure',
  scaleLow: 'scale_low',
  scaleHigh: 'scale_high',
  lowWords: 'low_words',
  highWords: 'high_words',
  better: 'better',
  rater: 'rater',
  baselineValue: 'baseline_value',
  baselineOn: 'baseline_on',
  targetValue: 'target_value',
  targetOn: 'target_on',
  status: 'status',
} as const;

export type OutcomeFields = Partial<Record<keyof typeof SETTABLE, unknown>>;

const setNames = (fields: OutcomeFields): (keyof typeof SETTABLE)[] =>
  (Object.keys(fields) as (keyof typeof SETTABLE)[]).filter(
    (key) => key in SETTABLE && fields[key] !== undefined,
  );

/** Places count ordinary hopes only, so that a hidden one leaves no gap. */
export async function insertOutcome(
  ctx: AccessContext,
  label: {
    planId: string;
    episodeId: string;
    subjectId: string | null;
    aboutPersonId: string | null;
    category: string;
  },
  fields: OutcomeFields,
): Promise<string> {
  const id = randomUUID();
  const named = setNames(fields);
  const columns = named.map((key) => `, ${SETTABLE[key]}`).join('');
  const values = named.map((_, index) => `, $${index + 9}`).join('');
  await ctx.uow.rows(
    `insert into app.outcome (id, plan_id, episode_id, subject_id, about_person_id, category, source_agency_id, author_id,
       created_by, position${columns})
     values ($1, $2, $3, $4, $5, $6, $7, $8, $8,
       (select coalesce(max(x.position), 0) + case when $6 = 'PLAN' then 1 else 0 end
        from app.outcome x where x.plan_id = $2 and x.category = 'PLAN')${values})`,
    [
      id,
      label.planId,
      label.episodeId,
      label.subjectId,
      label.aboutPersonId,
      label.category,
      ctx.agencyId,
      ctx.userId,
      ...named.map((key) => fields[key]),
    ],
  );
  return id;
}

export async function updateOutcome(
  uow: UnitOfWork,
  id: string,
  version: number,
  fields: OutcomeFields,
): Promise<boolean> {
  const named = setNames(fields);
  const sets = named.map((key, index) => `${SETTABLE[key]} = $${index + 3}, `).join('');
  const changed = await uow.changed(
    `update app.outcome set ${sets}version = version + 1, updated_at = sec.now() where id = $1 and version = $2`,
    [id, version, ...named.map((key) => fields[key])],
  );
  return changed === 1;
}

export interface RatingRow extends Labelled {
  id: string;
  outcomeId: string;
  value: number;
  ratedOn: string;
  rater: string;
}

/** Earliest first. */
export function ratingsOf(uow: UnitOfWork, outcomeIds: readonly string[]): Promise<RatingRow[]> {
  return uow.rows<RatingRow>(
    `select g.id, g.outcome_id as "outcomeId", g.value, g.rated_on as "ratedOn", g.rater, ${LABEL('g')}
     from app.rating g where g.outcome_id = any ($1::uuid[]) order by g.rated_on, g.created_at, g.id`,
    [outcomeIds],
  );
}

export async function insertRating(
  ctx: AccessContext,
  outcome: OutcomeRow,
  rating: { value: number; ratedOn: string; rater: string; meetingId: string | null },
): Promise<void> {
  await ctx.uow.rows(
    `insert into app.rating (outcome_id, episode_id, subject_id, about_person_id, category, source_agency_id, author_id,
       created_by, meeting_id, value, rated_on, rater)
     values ($1, $2, $3, $4, $5, $6, $7, $7, $8, $9, $10, $11)`,
    [
      outcome.id,
      outcome.episodeId,
      outcome.subjectId,
      outcome.aboutPersonId,
      outcome.category,
      ctx.agencyId,
      ctx.userId,
      rating.meetingId,
      rating.value,
      rating.ratedOn,
      rating.rater,
    ],
  );
}

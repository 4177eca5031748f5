import { randomUUID } from 'node:crypto';
import type { LevelOfNeed } from '@encircle/shared/codes';
import type { LevelPlace } from '@encircle/shared/levels';
import type { AccessContext } from '#api/access/access-context.js';
import { LABEL, type Labelled } from '#api/access/labelled.js';

export interface JudgementRow extends Labelled {
  id: string;
  place: LevelPlace;
  level: LevelOfNeed;
  documentVersion: string;
  suggested: LevelOfNeed;
  by: string;
}

export interface GroundRow extends Labelled {
  judgementId: string;
  ticked: string[];
  reason: string | null;
}

/** Newest first, as row-level security lets them through. */
export function judgementsOf(
  ctx: AccessContext,
  episodeId: string,
  after: readonly [string, string] | null,
  limit: number,
): Promise<JudgementRow[]> {
  return ctx.uow.rows<JudgementRow>(
    `select j.id, j.place, j.level, j.document_version as "documentVersion", j.suggested, coalesce(u.full_name, '') as by, ${LABEL('j')}
     from app.level_judgement j left join app.app_user u on u.id = j.author_id
     where j.episode_id = $1 and ($2::timestamptz is null or (j.created_at, j.id) < ($2::timestamptz, $3::uuid))
     order by j.created_at desc, j.id desc limit $4`,
    [episodeId, after?.[0] ?? null, after?.[1] ?? null, limit],
  );
}

export function groundsOf(ctx: AccessContext, judgementIds: readonly string[]): Promise<GroundRow[]> {
  return ctx.uow.rows<GroundRow>(
    `select g.judgement_id as "judgementId", g.ticked, g.reason, ${LABEL('g')}
     from app.level_ground g where g.judgement_id = any ($1) order by g.created_at, g.id`,
    [judgementIds],
  );
}

export interface NewJudgement {
  episodeId: string;
  subjectId: string | null;
  place: LevelPlace;
  level: LevelOfNeed;
  documentVersion: string;
  suggested: LevelOfNeed;
  grounds: readonly { category: string; ticked: readonly string[]; reason: string | null }[];
}

export async function insertJudgement(ctx: AccessContext, about: NewJudgement): Promise<string> {
  const id = randomUUID();
  const label = [about.episodeId, about.subjectId, ctx.agencyId, ctx.userId];
  await ctx.uow.rows(
    `insert into app.level_judgement (id, episode_id, subject_id, source_agency_id, author_id, created_by, place, level,
       document_version, suggested)
     values ($1, $2, $3, $4, $5, $5, $6, $7, $8, $9)`,
    [id, ...label, about.place, about.level, about.documentVersion, about.suggested],
  );
  for (const { category, ticked, reason } of about.grounds)
    await ctx.uow.rows(
      `insert into app.level_ground (judgement_id, episode_id, subject_id, source_agency_id, author_id, created_by, category,
         ticked, reason)
       values ($1, $2, $3, $4, $5, $5, $6, $7, $8)`,
      [id, ...label, category, ticked, reason],
    );
  return id;
}

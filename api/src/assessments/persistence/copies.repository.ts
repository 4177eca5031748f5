import type { GivenCopyView, RecordCopy } from '@encircle/shared/assessments';
import type { AccessContext } from '#api/access/access-context.js';
import { LABEL, type Labelled } from '#api/access/labelled.js';

export interface StoredCopy extends Labelled, Omit<GivenCopyView, 'name'> {
  personId: string;
}

/** Newest first. Bounded: a family is given a handful of copies. */
export function copiesOf(ctx: AccessContext, assessmentId: string): Promise<StoredCopy[]> {
  return ctx.uow.rows<StoredCopy>(
    `select c.id, c.kind, c.person_id as "personId", c.method, c.given_on::text as "givenOn",
            coalesce(u.full_name, '') as "givenBy", c.note, c.digest, ${LABEL('c')}
     from app.assessment_copy c left join app.app_user u on u.id = c.author_id
     where c.assessment_id = $1 order by c.given_on desc, c.created_at desc, c.id limit 200`,
    [assessmentId],
  );
}

export async function addCopy(
  ctx: AccessContext,
  place: { assessmentId: string; episodeId: string; subjectId: string; digest: string },
  { kind, personId, method, givenOn, note }: RecordCopy,
): Promise<void> {
  await ctx.uow.rows(
    `insert into app.assessment_copy (episode_id, subject_id, source_agency_id, author_id, created_by, assessment_id, kind,
       person_id, method, given_on, note, digest)
     values ($1, $2, $3, $4, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      place.episodeId,
      place.subjectId,
      ctx.agencyId,
      ctx.userId,
      place.assessmentId,
      kind,
      personId,
      method,
      givenOn,
      note?.trim() || null,
      place.digest,
    ],
  );
}

import type { AccessContext } from '#api/access/access-context.js';
import type { UnitOfWork } from '#api/platform/database/unit-of-work.js';
import { DomainError } from '#api/platform/errors/domain-error.js';

/** Its parts are kept for an auditor, each under its own label, and it leaves the record. */
export async function takeOff(
  uow: UnitOfWork,
  id: string,
  what: 'START' | 'CASE',
  why: string,
): Promise<void> {
  try {
    await uow.rows('select sec.take_off_assessment($1, $2, $3)', [id, what, why]);
  } catch (error) {
    const code = (error as { driverError?: { code?: unknown } }).driverError?.code;
    if (code !== 'EC004') throw error;
    throw new DomainError('OTHERS_TAKE_PART', 409, {
      detail: 'Colleagues were asked for a part of it, or it was looked at or printed: it stays',
    });
  }
}

/** @returns whether the version was the current one and all of it could be put there */
export async function putUnderChild(
  ctx: AccessContext,
  { id, version }: { id: string; version: number },
  partIds: readonly string[],
  subjectId: string,
): Promise<boolean> {
  const current = await ctx.uow.changed(
    `update app.assessment set version = version + 1, updated_at = sec.now()
     where id = $1 and version = $2 and status = 'DRAFT' and author_id = $3`,
    [id, version, ctx.userId],
  );
  if (current !== 1) return false;
  const put = await ctx.uow.changed(
    `update app.answer set subject_id = $2, version = version + 1, updated_at = sec.now(), updated_by = $3
     where assessment_id = $1 and id = any ($4::uuid[]) and author_id = $3`,
    [id, subjectId, ctx.userId, partIds],
  );
  return put === partIds.length;
}

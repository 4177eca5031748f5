import {
  currentForm,
  findForm,
  withQuestions,
  type AddedQuestion,
  type FormVersion,
} from '@encircle/shared/forms';
import type { UnitOfWork } from '#api/platform/database/unit-of-work.js';

export interface StoredForm {
  code: string;
  version: string;
  status: 'DRAFT' | 'PUBLISHED';
  rowVersion: number;
  questions: AddedQuestion[];
  publishedOn: string | null;
  publishedBy: string | null;
}

const FORM = `
  select f.form_code as code, f.form_version as version, f.status, f.version as "rowVersion", f.questions,
         f.published_on::text as "publishedOn", u.full_name as "publishedBy"
  from app.form_version f left join app.app_user u on u.id = f.published_by`;

/** Newest first. Bounded: an area changes its form a few times a year. */
export function formVersionsOf(uow: UnitOfWork, code: string): Promise<StoredForm[]> {
  return uow.rows<StoredForm>(`${FORM} where f.form_code = $1 order by f.created_at desc, f.id limit 200`, [
    code,
  ]);
}

/** The form an assessment was written on: of the house, or with the area's own questions. */
export async function formNamed(
  uow: UnitOfWork,
  code: string,
  version: string,
): Promise<FormVersion | undefined> {
  const own = findForm(code, version);
  if (own) return own;
  const row = await uow.one<StoredForm>(
    `${FORM} where f.form_code = $1 and f.form_version = $2 and f.status = 'PUBLISHED'`,
    [code, version],
  );
  return row ? withQuestions(currentForm(code), version, row.questions) : undefined;
}

/** What new work begins with: the version published last, else the form of the house. */
export async function formInForce(uow: UnitOfWork, code: string): Promise<FormVersion> {
  const row = await uow.one<StoredForm>(
    `${FORM} where f.form_code = $1 and f.status = 'PUBLISHED' order by f.published_on desc, f.created_at desc limit 1`,
    [code],
  );
  const house = currentForm(code);
  return row ? withQuestions(house, row.version, row.questions) : house;
}

export async function addFormDraft(
  uow: UnitOfWork,
  code: string,
  version: string,
  questions: readonly AddedQuestion[],
): Promise<boolean> {
  const added = await uow.changed(
    `insert into app.form_version (form_code, form_version, questions, created_by) values ($1, $2, $3::jsonb, $4)
     on conflict do nothing`,
    [code, version, JSON.stringify(questions), uow.entered.userId],
  );
  return added === 1;
}

/** @returns false when somebody changed or published it in between */
export async function changeFormDraft(
  uow: UnitOfWork,
  code: string,
  rowVersion: number,
  questions: readonly AddedQuestion[],
): Promise<boolean> {
  const changed = await uow.changed(
    `update app.form_version set questions = $3::jsonb, version = version + 1, updated_at = sec.now()
     where form_code = $1 and status = 'DRAFT' and version = $2`,
    [code, rowVersion, JSON.stringify(questions)],
  );
  return changed === 1;
}

export async function publishForm(uow: UnitOfWork, code: string, rowVersion: number): Promise<boolean> {
  const changed = await uow.changed(
    `update app.form_version set status = 'PUBLISHED', published_on = sec.today(), published_by = $3, version = version + 1,
       updated_at = sec.now()
     where form_code = $1 and status = 'DRAFT' and version = $2`,
    [code, rowVersion, uow.entered.userId],
  );
  return changed === 1;
}

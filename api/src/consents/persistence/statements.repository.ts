import type { AddStatement, StatementForm, StatementKey } from '@encircle/shared/consents';
import type { UnitOfWork } from '#api/platform/database/unit-of-work.js';

export interface StatementRow extends StatementKey {
  body: string;
  validFrom: string;
  addedBy: string | null;
}

const COLUMNS = `s.statement_version as version, s.language, s.form, s.body, s.valid_from as "validFrom"`;

/** The wording in force today in a language and form, else the full one in that language, else English. */
export function currentStatement(
  uow: UnitOfWork,
  language: string,
  form: StatementForm,
): Promise<StatementRow | null> {
  return uow.one<StatementRow>(
    `select ${COLUMNS}, null as "addedBy" from app.consent_statement s
     where s.valid_from <= sec.today() and s.language in ($1, 'en') and s.form in ($2, 'FULL')
     order by s.language = $1 desc, s.form = $2 desc, s.valid_from desc, s.created_at desc limit 1`,
    [language, form],
  );
}

export async function statementExists(uow: UnitOfWork, key: StatementKey): Promise<boolean> {
  return (await statementOf(uow, key)) !== null;
}

/** One wording, in force or not; the one that was read out stays for ever. */
export function statementOf(uow: UnitOfWork, key: StatementKey): Promise<StatementRow | null> {
  return uow.one<StatementRow>(
    `select ${COLUMNS}, null as "addedBy" from app.consent_statement s
     where s.statement_version = $1 and s.language = $2 and s.form = $3`,
    [key.version, key.language, key.form],
  );
}

/** Every wording there ever was, the newest of each language and form first. */
export function allStatements(uow: UnitOfWork): Promise<StatementRow[]> {
  return uow.rows<StatementRow>(
    `select ${COLUMNS}, u.full_name as "addedBy" from app.consent_statement s
       left join app.app_user u on u.id = s.created_by
     order by s.language = 'en' desc, s.language, s.form desc, s.valid_from desc, s.created_at desc`,
  );
}

/** Which wording an act was given under; null when the act is not to be seen here. */
export function keyOfAct(
  uow: UnitOfWork,
  episodeId: string,
  consentId: string,
): Promise<StatementKey | null> {
  return uow.one<StatementKey>(
    `select k.statement_version as version, k.statement_language as language, k.statement_form as form
     from app.consent k where k.id = $2 and k.episode_id = $1`,
    [episodeId, consentId],
  );
}

export async function insertStatement(
  uow: UnitOfWork,
  version: string,
  command: AddStatement,
  validFrom: string,
): Promise<void> {
  await uow.rows(
    `insert into app.consent_statement (statement_version, language, form, body, valid_from, created_by)
     values ($1, $2, $3, $4, $5, $6)`,
    [version, command.language, command.form, command.body.trim(), validFrom, uow.entered.userId],
  );
}

import type { MigrationInterface, QueryRunner } from 'typeorm';
import { CASELOAD } from './sql/hot/caseload.js';
import { CASE_OPENED } from './sql/hot/case-opened.js';
import { FAMILY, FAMILY_FUNCTIONS } from './sql/hot/family.js';
import { OPEN_ROWS, OPEN_ROWS_FUNCTIONS } from './sql/hot/open-rows.js';
import { PAGE_FACTS, PAGE_FUNCTIONS } from './sql/hot/page-facts.js';
import { deriveCaseFacts } from './sql/hot/case-facts.js';
import { DROP_POLICIES, FUNCTIONS, GETTERS, POLICIES, TABLES } from './sql/hot/reader.js';

const HELPERS = `
  -- Rule R01 for a worker: agency in the agreement, vetting and training in date. The program asks again and says why.
  create function hot.may_work(entered jsonb) returns boolean language sql stable set search_path = ''
    as $$
      select (entered ->> 'hatValid')::boolean and (entered ->> 'agencyId' is null or (
        (entered ->> 'agencyInAgreement')::boolean and (entered ->> 'vettingValidTo')::date >= (entered ->> 'today')::date
        and (entered ->> 'trainingValidTo')::date >= (entered ->> 'today')::date))
    $$;

  -- The opaque cursor of shared/paging: base64url of a JSON list.
  create function hot.cursor(p_day date, p_id uuid) returns text language sql immutable set search_path = ''
    as $$ select rtrim(translate(encode(convert_to(json_build_array(p_day, p_id)::text, 'UTF8'), 'base64'), E'+/\\n', '-_'), '=') $$;`;

const OURS = [...FUNCTIONS, 'hot.may_work(jsonb)', 'hot.cursor(date, uuid)'];
const READ = 'hot.read_case(uuid)';
const ASKED = [
  'hot.caseload(text, text, text, text, boolean, text, text, date, uuid, integer, boolean)',
  'hot.case_opened(text, text, text, text, uuid)',
];

/** What a rule of app_user's calls, its twin for `encircle_hot` may call too: each verifies the signed context itself. */
const SAME_CALLS = `
  do $do$ declare f regprocedure; begin
    for f in select p.oid::regprocedure from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      where n.nspname in ('sec', 'audit') and has_function_privilege('app_user', p.oid, 'execute')
    loop execute 'grant execute on function ' || f || ' to encircle_hot'; end loop;
  end $do$;`;

/**
 * The two reads asked most often, each one statement: enter, select, write down. Row-level security applies inside
 * them, to a role nobody can become, under app_user's own rules; the login role gains no right but to call them.
 */
export class AnswerHotReads20261122190000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      ${HELPERS} ${GETTERS} ${FAMILY} ${PAGE_FACTS} ${OPEN_ROWS}
      grant usage on schema sec, app, audit, hot to encircle_hot;
      ${SAME_CALLS}
      grant execute on function ${['sec.reach()', ...FAMILY_FUNCTIONS, ...PAGE_FUNCTIONS, ...OPEN_ROWS_FUNCTIONS, ...OURS].join(', ')} to encircle_hot;
      ${TABLES.filter((t) => t !== 'app_user')
        .map((t) => `grant select on app.${t} to encircle_hot;`)
        .join('\n')}
      grant select (id, full_name, phone, person_id) on app.app_user to encircle_hot;
      ${POLICIES}`);
    await deriveCaseFacts(q);
    await q.query(`
      ${CASELOAD} ${CASE_OPENED}
      grant create on schema hot to encircle_hot;
      ${[READ, ...ASKED].map((name) => `alter function ${name} owner to encircle_hot;`).join('\n')}
      revoke create on schema hot from encircle_hot;`);
    // An owner's grants are its own to give.
    await q.query(`set local role encircle_hot`);
    await q.query(`grant execute on function ${ASKED.join(', ')} to encircle_login`);
    await q.query(`set local role encircle_owner`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`
      ${DROP_POLICIES}
      drop function ${[...ASKED, READ, ...OURS.toReversed()].join(', ')};
      revoke execute on all functions in schema sec, audit from encircle_hot;
      ${TABLES.map((t) => `revoke all on app.${t} from encircle_hot;`).join('\n')}
      revoke all on schema sec, app, audit, hot from encircle_hot;
      drop function sec.case_facts(uuid, boolean); drop index app.edge_page, app.consent_line_standing;
      drop function sec.reach(), ${[...FAMILY_FUNCTIONS, ...PAGE_FUNCTIONS, ...OPEN_ROWS_FUNCTIONS].join(', ')};
      drop type hot.page_fact; drop type hot.page_case;`);
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';
import { AGREEMENT_FUNCTIONS, AGREEMENT_PARTS, agreementSql } from './sql/agreement.js';
import * as guards from './sql/guards.js';
import { deriveCaseFacts } from './sql/hot/case-facts.js';
import { openKinds, rewritten, REWRITTEN } from './sql/hot/agreed.js';
import { CONTENT_READ, fast } from './sql/hot/reader.js';
import * as first from './sql/policies.js';
import { RECORD_FUNCTIONS, RECORD_PARTS, recordSql } from './sql/records.js';
import { RULES } from './sql/rules.js';

const { ROLE, UID, NOW, TEAM, ORDINARY, PERSON } = guards.CONTEXT;

const OF_PERSON: Record<string, string> = {
  other_name: `'IDENT'`,
  identifier: `'IDENT'`,
  address: `'IDENT'`,
  contact_point: `'IDENT'`,
  setting: `'IDENT'`,
  person_fact: 'person_fact.category',
};

/** Functions this step replaces with a text of its own, and those in which it replaces the rule they quote. */
const REPLACED = [
  'sec.hidden_people()',
  'sec.hidden_among(uuid[])',
  'sec.barred_people()',
  'sec.my_children()',
  'sec.parent_decides(uuid, text)',
  'sec.wrote_in(uuid)',
  'sec.related(uuid)',
  'sec.episode_facts(uuid)',
  'sec.case_facts(uuid, boolean)',
  'sec.open_kinds(uuid)',
  'sec.reach()',
  ...REWRITTEN,
];

/** The gathered facts as the policy means them: who is named now, everybody a shield concerns, children in their order. */
const FACTS: readonly (readonly [from: string, to: string])[] = [
  [
    'where m.shield_id = s.id and sec.now() < m.until_at)',
    'where m.shield_id = s.id and m.from_at <= sec.now() and sec.now() < m.until_at)',
  ],
  [
    `from app.shield s join app.episode_subject es on es.person_id = s.person_id
              where es.episode_id = x.id and s.kind = 'SHIELD')`,
    `from app.shield s where s.kind = 'SHIELD' and exists (
                select 1 from app.episode_subject es left join app.relationship r on r.child_id = es.person_id
                where es.episode_id = x.id
                  and (array[es.person_id, r.person_id] && (s.person_id || s.protected_person_ids || s.household_person_ids))))`,
  ],
  [
    `'kind', case when p.is_unborn then 'UNBORN' else 'CHILD' end))`,
    `'kind', case when p.is_unborn then 'UNBORN' else 'CHILD' end) order by es.position, p.id)`,
  ],
  [
    `'supersededAt', case when c.status`,
    `'withdrawnAlone', c.status = 'WITHDRAWN' and c.lead_read_until <= c.ended_at,
                'supersededAt', case when c.status`,
  ],
];

const SHIELDED_CASE = (raised: string): string => `
  create policy not_shielded on app.episode as restrictive for select to app_user using (
    ${ROLE} = 'CAFC' ${raised} or not exists (
      select 1 from app.episode_subject s where s.episode_id = episode.id
        and s.person_id = any ((select sec.hidden_people())::uuid[])
        and not exists (select 1 from app.edge e where e.episode_id = s.episode_id and e.user_id = ${UID}
          and e.kind in ${TEAM} and e.from_at <= ${NOW} and ${NOW} < e.until_at)));`;

const IN_A_CASE = ({
  knowsEpisode,
  mayReadOfPerson,
}: Pick<typeof first, 'knowsEpisode' | 'mayReadOfPerson'>): string => `
  drop policy knows on app.episode; drop policy knows on app.episode_subject; drop policy may_read on app.relationship;
  create policy knows on app.episode for select to app_user using (${knowsEpisode('episode.id')});
  create policy knows on app.episode_subject for select to app_user using (${knowsEpisode('episode_subject.episode_id')});
  create policy may_read on app.relationship for select to app_user using (
    ${mayReadOfPerson('relationship', 'relationship.child_id', `'FAMILY'`)} or relationship.person_id = ${PERSON});
  ${Object.entries(OF_PERSON)
    .map(
      ([table, category]) => `
      drop policy may_read on app.${table};
      create policy may_read on app.${table} for select to app_user using (
        ${mayReadOfPerson(table, `${table}.person_id`, category)}
        or exists (select 1 from app.relationship r where r.person_id = ${table}.person_id));`,
    )
    .join('')}`;

/**
 * The database follows the policy function to the letter: agreement, shields, blocks, seals, archived records and what may
 * raise an answer. Found by generating cases and comparing every answer (`npm run access:prove`). It stands behind the
 * other steps of its day because it changes what they made.
 */
export class AgreeWithThePolicy20261123200000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`create table sec.replaced_function (signature text primary key, definition text not null);
      ${first.protect('sec.replaced_function')}`);
    await q.query(
      `insert into sec.replaced_function select s, pg_get_functiondef(s::regprocedure) from unnest($1::text[]) s`,
      [REPLACED],
    );
    await q.query(agreementSql(ORDINARY, RULES.readOnlyWorkingDays, RULES.readOnlyMonthsAfterClosing));
    await q.query(`insert into sec.holiday (day) select unnest($1::date[])`, [RULES.holidays]);
    await q.query(recordSql(RULES));
    await q.query(`grant execute on function ${[...AGREEMENT_FUNCTIONS, ...RECORD_FUNCTIONS].join(', ')}
      to app_user, encircle_hot`);
    const facts = await this.changed(q, 'sec.episode_facts(uuid)', FACTS);
    await q.query(facts);
    await deriveCaseFacts(q);
    for (const { table } of await this.content(q))
      await q.query(`drop policy may_read on app.${table}; drop policy not_shielded on app.${table};
        ${guards.readPolicies(`app.${table}`)}`);
    await q.query(`${IN_A_CASE(guards)} drop policy not_shielded on app.episode;
      ${SHIELDED_CASE('or episode.id = any ((select sec.glass_episodes())::uuid[])')}`);
    await this.guardHotReads(q);
  }

  /** Every table with the label of content on its rows. */
  private async content(q: QueryRunner): Promise<{ table: string }[]> {
    return (await q.query(`
      select p.tablename as table from pg_policies p where p.schemaname = 'app' and p.policyname = 'may_read'
        and (select count(*) from information_schema.columns c where c.table_schema = 'app' and c.table_name = p.tablename
          and c.column_name in ('episode_id', 'source_agency_id', 'named_worker_ids', 'category')) = 4
      order by 1`)) as { table: string }[];
  }

  private async guardHotReads(q: QueryRunner): Promise<void> {
    for (const signature of REWRITTEN) await q.query(rewritten(await this.source(q, signature), signature));
    await q.query(openKinds);
    await q.query(
      await this.changed(q, 'sec.reach()', [
        [
          'where s.person_id = any (hidden)\n            and not',
          'where s.person_id = any (hidden)\n            and s.episode_id <> all (sec.glass_episodes()) and not',
        ],
        [/granted := array\([\s\S]*?\);\n/, 'granted := sec.raised_episodes();\n'],
      ]),
    );
    await q.query(
      this.hotContent(
        (
          t,
        ) => `(${fast(guards.notHidden(`${t}.subject_id`))} and ${fast(guards.notHidden(`${t}.about_person_id`))})
          or ${t}.id = any ((select hot.rows())::uuid[])`,
      ),
    );
    await q.query(`create index consent_line_speaks on app.consent_line (episode_id, recipient_agency_id)
      include (subject_id, category, purposes, from_at, until_at, contested, history, status)
      where category in ('IDENT', 'INVOLVE') and decision = 'GIVEN'`);
  }

  private hotContent(rule: (table: string) => string): string {
    return CONTENT_READ.map(
      (table) => `drop policy hot_not_hidden on app.${table};
      create policy hot_not_hidden on app.${table} as restrictive for select to encircle_hot
        using (hot.none_hidden() or ${rule(table)});`,
    ).join('\n');
  }

  private async changed(
    q: QueryRunner,
    signature: string,
    changes: readonly (readonly [from: string | RegExp, to: string])[],
  ): Promise<string> {
    return changes.reduce(
      (text, [from, to]) => {
        const next = text.replace(from, () => to);
        if (next === text) throw new Error(`${signature} has no ${String(from)}`);
        return next;
      },
      await this.source(q, signature),
    );
  }

  private async source(q: QueryRunner, signature: string): Promise<string> {
    const [found] = (await q.query(`select pg_get_functiondef($1::regprocedure) as text`, [signature])) as {
      text: string;
    }[];
    return found?.text ?? '';
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`
      drop index app.consent_line_speaks;
      drop trigger lines_contested_by_new on app.consent_line; drop trigger lines_contested_by_change on app.consent_line;
      drop trigger episode_contests_lines on app.episode; drop trigger relationship_contests_lines on app.relationship;
      drop trigger order_contests_lines on app.court_order; drop trigger birth_contests_lines on app.person;
      ${this.hotContent((t) => fast(first.notHidden(`${t}.subject_id`)))}
      drop policy not_shielded on app.episode; ${SHIELDED_CASE('')}
      ${IN_A_CASE(first)}`);
    for (const { table } of await this.content(q))
      await q.query(`drop policy may_read on app.${table}; drop policy record_open on app.${table}; drop policy not_shielded on app.${table};
        create policy may_read on app.${table} for select to app_user using (${first.mayRead(table)});
        create policy not_shielded on app.${table} as restrictive to app_user
          using (${first.notHidden(`${table}.subject_id`)} or (select sec.glass_open(${table}.subject_id, ${table}.category)))
          with check (${first.notHidden(`${table}.subject_id`)});`);
    const before = (await q.query(`select definition from sec.replaced_function`)) as {
      definition: string;
    }[];
    for (const { definition } of before) await q.query(definition);
    await q.query(`
      drop table sec.replaced_function, sec.holiday;
      alter table app.consent_line drop column contested;
      drop function ${[...AGREEMENT_PARTS, ...RECORD_PARTS, ...RECORD_FUNCTIONS, ...AGREEMENT_FUNCTIONS].join(', ')};
      drop type sec.line;`);
  }
}

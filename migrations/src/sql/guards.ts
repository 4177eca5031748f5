import { RULES, type Rules } from './rules.js';

/**
 * Row-level security, written once and applied to every table that carries the label. It guards rows that a query
 * already chose by parent id or grants; it is never the access path of a list. Who reaches which kind of information
 * comes from `rules.ts`, which is written from the policy's own table (`shared/src/policy/reach.ts`); the differential
 * proof (`npm run access:prove`) holds function and text together.
 */

const UID = '(select sec.uid())';
const AGENCY = '(select sec.agency())';
const ROLE = '(select sec.role())';
const PERSON = '(select sec.person())';
const PURPOSE = '(select sec.purpose())';
const NOW = '(select sec.now())';

const quoted = (values: readonly string[]): string =>
  values.length === 0 ? '(null)' : `(${values.map((value) => `'${value}'`).join(', ')})`;

const TEAM = quoted(RULES.team);
const WORKER_ROLES = quoted(RULES.workers);
const ORDINARY = quoted(RULES.ordinary);

/** The kinds a standing reaches by one of the ways named. */
const kinds = (rules: Rules, standing: string, ...ways: readonly string[]): string =>
  quoted(
    Object.entries(rules.reach[standing] ?? {}).flatMap(([category, way]) =>
      ways.includes(way) ? [category] : [],
    ),
  );

const live = (e: string): string => `${e}.from_at <= ${NOW} and ${NOW} < ${e}.until_at`;

/** A live place of this worker, or of a colleague whose manager this actor is; both act for the agency of the place. */
export const place = (episode: string, e = 'e'): string => `
  ${e}.episode_id = ${episode} and ${e}.kind in ${TEAM} and ${e}.agency_id = ${AGENCY}
  and (${e}.user_id = ${UID} or ${ROLE} = 'AMGR') and ${live(e)}`;

/** The child a row is about; one of the whole case counts for its first child, as in the facts of a decision. */
const subject = (t: string): string => `coalesce(${t}.subject_id, sec.first_child(${t}.episode_id))`;
const aboutWhom = (t: string): string => `coalesce(${t}.about_person_id, ${subject(t)})`;

const forSubject = (t: string): string => `
  coalesce(c.about_person_id, c.subject_id)
    = case when ${t}.category in ${ORDINARY} then ${subject(t)} else ${aboutWhom(t)} end`;

const given = (t: string): string => `
  c.episode_id = ${t}.episode_id and c.category = ${t}.category and c.decision = 'GIVEN'
  and ${PURPOSE} = any (c.purposes) and c.from_at <= ${NOW} and ${forSubject(t)}`;

/**
 * A line in force that nobody else said anything about speaks for itself; about any other the whole rule is asked
 * (`sec.agreed`): a line that ran out, was taken back, is contested, or needs the giver to be able to decide still.
 */
export const speaksForItself = (c: string, now: string): string =>
  `${c}.status = 'ACTIVE' and not ${c}.contested and ${c}.history and ${c}.category in ${ORDINARY} and ${now} < ${c}.until_at`;

const asked = (t: string, standing: string, own: string, agency: string): string =>
  `sec.agreed(${t}.episode_id, ${t}.category, ${subject(t)}, ${t}.about_person_id, ${t}.created_at, ${standing}, ${own}, ${agency})`;

/** What one's own place reaches by agreement, and what a colleague's reaches for their manager. */
export const reaches = (t: string, rules: Rules, own: string, colleagues: string): string => `(
    ${t}.category in ${kinds(rules, 'MEMBER', 'ROWS')} and ${own} or ${t}.category in ${kinds(rules, 'MANAGER', 'ROWS')} and ${colleagues})`;

/** Step 7, and steps 9 to 14 for the team and their managers. */
const team = (t: string, rules: Rules): string => `
  exists (
    select 1 from app.edge e
    where ${place(`${t}.episode_id`)} and (
      (e.user_id = ${UID} and ${t}.source_agency_id = ${AGENCY} and ${t}.category <> 'PRIVATE')
      or (${t}.category in ${kinds(rules, 'MEMBER', 'NAMED')} and e.user_id = ${UID} and ${UID} = any (${t}.named_worker_ids)
        and ${asked(t, 'e.kind', 'true', AGENCY)})
      or (${reaches(t, rules, `e.user_id = ${UID}`, `e.user_id <> ${UID}`)}
        and case when ${t}.category not in ${ORDINARY} then ${asked(t, 'e.kind', `e.user_id = ${UID}`, AGENCY)} else exists (
          select 1 from app.consent_line c
          where ${given(t)} and (c.recipient_agency_id = e.agency_id or (c.recipient_user_id = ${UID} and e.user_id = ${UID}))
            and case when ${speaksForItself('c', NOW)} and (${t}.about_person_id is null or ${t}.about_person_id = ${t}.subject_id) then true
              else ${asked(t, 'e.kind', `e.user_id = ${UID}`, AGENCY)} end) end)))`;

const task = (t: string, kind: string, role: string, more: string): string => `
  (${ROLE} = '${role}' and exists (
    select 1 from app.edge k
    where k.episode_id = ${t}.episode_id and k.user_id = ${UID} and k.kind = '${kind}' and ${live('k')} and (${more})))`;

/** Tasks of the CAF team, the panel, the auditor and the information officer, each to its own end. */
const tasks = (t: string, rules: Rules): string => `
  ${task(t, 'CAFC_TASK', 'CAFC', `${t}.category in ${kinds(rules, 'CAFC_TASK', 'TASK')} or ${t}.source_agency_id = ${AGENCY} and ${t}.category <> 'PRIVATE'`)}
  or (${ROLE} = 'CAFC' and ${t}.category in ${kinds(rules, 'CAFC_NAMED', 'ROWS')}
    and (${t}.category not in ${ORDINARY} or exists (
      select 1 from app.consent_line c
      where ${given(t)} and (c.recipient_user_id = ${UID} or c.recipient_agency_id = ${AGENCY})))
    and ${asked(t, `'CAFC'`, 'true', AGENCY)})
  or ${task(
    t,
    'PANEL_AGENDA',
    'PANEL',
    `${t}.category in ${kinds(rules, 'PANEL', 'ROWS')} and ${asked(t, `'PANEL'`, 'true', 'k.agency_id')}`,
  )}
  or ${task(t, 'IGO_TASK', 'IGO', `${t}.category in ${kinds(rules, 'OFFICER', 'TASK')} and k.person_id in (${subject(t)}, ${t}.about_person_id)`)}
  or ${task(
    t,
    'AUDIT',
    'AUDR',
    `(${t}.category in ${kinds(rules, 'AUDITOR', 'TASK')} or ${t}.category in ${kinds(rules, 'AUDITOR', 'SCOPE')} and ${t}.category = any (k.categories))
     and not sec.audit_refused(${t}.episode_id, ${subject(t)}, ${t}.category)`,
  )}`;

/** Step 6: people of the family read by their own rights (rule 6.6); what is answered in part the program shapes. */
const family = (t: string, rules: Rules): string => `
  (${ROLE} in ${quoted(RULES.family)} and ${t}.episode_id = any ((select sec.family_episodes())::uuid[])
    and (
      (${aboutWhom(t)} = ${PERSON} and ${t}.category in ${kinds(rules, 'SELF', 'RIGHT')})
      or (${ROLE} <> 'ADLT' and ${aboutWhom(t)} = any ((select sec.my_children())::uuid[])
        and sec.in_case(${t}.episode_id, ${aboutWhom(t)})
        and (${t}.category in ${kinds(rules, 'PARENT', 'RIGHT')}
          or (${t}.category in ${kinds(rules, 'PARENT', 'DECIDES')}
            and sec.parent_decides(${aboutWhom(t)}, ${t}.category)))))
    and not sec.kept_by_order(${t}.episode_id, ${subject(t)}, ${t}.about_person_id, ${t}.category))`;

/** Steps 5 to 15 of REFERENCE 6.4 as a predicate over one labelled row `t`. */
export const mayRead = (t: string, rules: Rules = RULES): string => `
  (${ROLE} in ${WORKER_ROLES} and (${t}.author_id = ${UID}
    or (${ROLE} = 'AMGR' and ${t}.source_agency_id = ${AGENCY} and ${t}.category <> 'PRIVATE')
    or ${team(t, rules)}))
  or ${tasks(t, rules)}
  or ${family(t, rules)}
  or (${ROLE} in ${WORKER_ROLES} and ${t}.episode_id = any ((select sec.raised_episodes())::uuid[])
    and sec.raised(${t}.episode_id, ${t}.category, ${subject(t)}, ${t}.about_person_id))`;

/** Who may write in a case: the team at work on it, the CAF team with a task; always as themselves. */
export const mayWrite = (t: string): string => `
  ${ROLE} in ${WORKER_ROLES} and exists (
    select 1 from app.edge e
    where e.episode_id = ${t}.episode_id and e.user_id = ${UID} and e.kind in ${quoted(RULES.writers)} and ${live('e')})`;

/**
 * The episode, its subjects and its people: anyone whose relation has begun, on the team for the agency they act for; the
 * CAF team's index; the family itself.
 */
export const knowsEpisode = (episode: string): string => `
  (${ROLE} = 'CAFC')
  or (${ROLE} in ('PRACT', 'AMGR', 'MASH', 'AUDR', 'IGO', 'PANEL') and exists (
    select 1 from app.edge e
    where e.episode_id = ${episode} and e.from_at <= ${NOW}
      and case when e.kind in ${TEAM} then e.agency_id = ${AGENCY} and (e.user_id = ${UID} or ${ROLE} = 'AMGR')
        else e.user_id = ${UID} and case e.kind when 'CAFC_TASK' then ${ROLE} = 'CAFC' when 'BROKER_TASK' then ${ROLE} = 'CAFC' when 'MASH_CONCERN' then ${ROLE} = 'MASH'
          when 'AUDIT' then ${ROLE} = 'AUDR' when 'IGO_TASK' then ${ROLE} = 'IGO' when 'PANEL_AGENDA' then ${ROLE} = 'PANEL' else true end end))
  or (${ROLE} in ${quoted(RULES.family)} and ${episode} = any ((select sec.family_episodes())::uuid[]))
  or ${episode} = any ((select sec.raised_episodes())::uuid[])`;

/** A row about a person (address, school, relatives): through any episode of the child with agreement for the kind. */
export const mayReadOfPerson = (t: string, person: string, category: string): string => `
  (${t}.created_by = ${UID} and ${t}.created_at = ${NOW})
  or ${person} = ${PERSON}
  or exists (
    select 1 from app.episode_subject s
    join app.edge e on e.episode_id = s.episode_id
    where s.person_id = ${person} and ${ROLE} in ${WORKER_ROLES}
      and ${place('s.episode_id')}
      and (e.kind = 'AUTHOR' or exists (
        select 1 from app.consent_line c
        where c.episode_id = s.episode_id and c.category = ${category} and c.subject_id = s.person_id
          and (c.recipient_agency_id = e.agency_id or (c.recipient_user_id = ${UID} and e.user_id = ${UID}))
          and c.decision = 'GIVEN' and ${PURPOSE} = any (c.purposes) and c.from_at <= ${NOW}
          and case when ${speaksForItself('c', NOW)} then true
            else sec.agreed(s.episode_id, c.category, s.person_id, null, 'infinity', e.kind, e.user_id = ${UID}, ${AGENCY}) end)))
  or exists (
    select 1 from app.episode_subject s
    join app.edge k on k.episode_id = s.episode_id
    where s.person_id = ${person} and k.user_id = ${UID} and ${live('k')}
      and ((k.kind = 'CAFC_TASK' and ${ROLE} = 'CAFC') or (k.kind = 'IGO_TASK' and ${ROLE} = 'IGO' and k.person_id = ${person})
           or (k.kind = 'AUDIT' and ${ROLE} = 'AUDR')))
  or (${ROLE} = 'PAR' and ${person} = any ((select sec.my_children())::uuid[]))`;

/** Nobody finds a trace of a shielded person but those on the list, or an emergency view of that person. */
export const notHidden = (person: string): string =>
  `(${person} is null or ${person} <> all ((select sec.hidden_people())::uuid[]))`;

/** Blocked, sealed, merged, disposed or archived: the whole record is out of reach (steps 2 and 3 of REFERENCE 6.4). */
export const notBarred = (episode: string): string =>
  `${episode} <> all ((select sec.barred_episodes())::uuid[])`;
export const recordOpen = (t: string): string =>
  `${notBarred(`${t}.episode_id`)} and sec.record_open(${t}.episode_id, ${subject(t)}, ${t}.about_person_id)`;

/** A shielded person's row shows through the shield only in an emergency view of that person (rules R04, R14). */
export const notShielded = (t: string): string => `
  (${notHidden(subject(t))} and ${notHidden(`${t}.about_person_id`)}
    and (${ROLE} <> 'IGO' or sec.officer_on_list(${t}.episode_id, ${subject(t)}, ${t}.about_person_id)))
  or (${t}.episode_id = any ((select sec.raised_episodes())::uuid[])
    and sec.through_glass(${t}.episode_id, ${t}.category, ${subject(t)}, ${t}.about_person_id))`;

export const CONTEXT = { UID, AGENCY, ROLE, PERSON, PURPOSE, NOW, TEAM, WORKER_ROLES, ORDINARY } as const;

/** Turns on forced row-level security and gives the owning role, which nobody logs in as, its own policy. */
export const protect = (table: string): string => `
  alter table ${table} enable row level security;
  alter table ${table} force row level security;
  create policy owner_all on ${table} to encircle_owner using (true) with check (true);`;

/** The reading side of a labelled table. */
export const readPolicies = (table: string, rules: Rules = RULES): string => {
  const t = table.split('.')[1] ?? table;
  return `
  create policy may_read on ${table} for select to app_user using (${mayRead(t, rules)});
  create policy record_open on ${table} as restrictive for select to app_user using (${recordOpen(t)});
  create policy not_shielded on ${table} as restrictive to app_user
    using (${notShielded(t)}) with check (${notHidden(`${t}.subject_id`)} and ${notHidden(`${t}.about_person_id`)});`;
};

/** The whole set of policies of a labelled content table. */
export const protectContent = (table: string): string => {
  const t = table.split('.')[1] ?? table;
  return `
  ${protect(table)}
  grant select, insert, update on ${table} to app_user;
  ${readPolicies(table)}
  create policy may_add on ${table} for insert to app_user
    with check (${mayWrite(t)} and ${t}.author_id = ${UID} and ${t}.source_agency_id = ${AGENCY});
  create policy may_change on ${table} for update to app_user
    using (${mayWrite(t)}) with check (${mayWrite(t)});`;
};

/**
 * Row-level security, written once and applied to every table that carries the label. It guards rows that a query
 * already chose by parent id or grants; it is never the access path of a list. The rules are those of the policy
 * function (`shared/policy`); a differential test holds the two together.
 */

const TEAM = `('AUTHOR', 'LP', 'TACM')`;
const WORKER_ROLES = `('PRACT', 'AMGR', 'CAFC', 'MASH')`;
const ORDINARY = `('IDENT', 'INVOLVE', 'CHILD', 'PARENTING', 'FAMILY', 'HEALTH', 'PLAN', 'MEETING', 'NOTES')`;
const FAMILY_SEES = `('IDENT', 'INVOLVE', 'CHILD', 'PARENTING', 'FAMILY', 'HEALTH', 'PLAN', 'MEETING')`;
/** Of a child under 16 who is not competent for the matter, the parent sees these too (rule 6.6). */
const PARENT_DECIDES = `('SENS_SH', 'SENS_MH', 'SENS_SM', 'OFFENCE', 'IMMIG')`;
const OWN = `('SENS_SH', 'SENS_MH', 'SENS_SM', 'ADULT', 'OFFENCE', 'DV', 'IMMIG')`;

const UID = '(select sec.uid())';
const AGENCY = '(select sec.agency())';
const ROLE = '(select sec.role())';
const PERSON = '(select sec.person())';
const PURPOSE = '(select sec.purpose())';
const NOW = '(select sec.now())';

/** A live edge of this worker, or of a colleague whose manager this actor is (same agency, acting as manager). */
const teamEdge = (episode: string, alias = 'e'): string => `
  ${alias}.episode_id = ${episode} and ${alias}.kind in ${TEAM}
  and (${alias}.user_id = ${UID} or (${ROLE} = 'AMGR' and ${alias}.agency_id = ${AGENCY}))
  and ${alias}.from_at <= ${NOW} and ${NOW} < ${alias}.until_at and ${NOW} < ${alias}.read_until`;

/**
 * Steps 7 to 15 of REFERENCE 6.4 as a predicate over one labelled row `t`.
 * A refusal addressed to the person beats the agreement to their service (specific beats general).
 */
export const mayRead = (t: string): string => `
  (${ROLE} in ${WORKER_ROLES} and exists (
    select 1 from app.edge e
    where ${teamEdge(`${t}.episode_id`)}
      and (
        (${t}.source_agency_id = e.agency_id and ${t}.category <> 'PRIVATE')
        or (${t}.category = 'PRIVATE' and e.user_id = ${UID} and ${UID} = any (${t}.named_worker_ids))
        or exists (
          select 1 from app.consent_line c
          where c.episode_id = ${t}.episode_id and c.category = ${t}.category
            and (c.recipient_agency_id = e.agency_id or (c.recipient_user_id = ${UID} and e.user_id = ${UID}))
            and c.decision = 'GIVEN'
            and case when ${t}.category in ${ORDINARY}
                 then ${t}.subject_id is null or c.subject_id = ${t}.subject_id
                 else coalesce(c.about_person_id, c.subject_id) = coalesce(${t}.about_person_id, ${t}.subject_id) end
            and ${PURPOSE} = any (c.purposes)
            and c.from_at <= ${NOW}
            and ${NOW} < (case when e.kind in ('LP', 'AUTHOR') then c.lead_read_until else c.team_read_until end)
            and (c.history or ${t}.created_at >= c.from_at)
            and not exists (
              select 1 from app.consent_line r
              where r.episode_id = c.episode_id and r.recipient_user_id = ${UID} and c.recipient_user_id is null
                and e.user_id = ${UID}
                and r.category = c.category and r.subject_id = c.subject_id and r.decision = 'REFUSED'
                and r.status = 'ACTIVE')
        )
      )
  ))
  or (${ROLE} = 'CAFC' and exists (
    select 1 from app.consent_line c
    where c.episode_id = ${t}.episode_id and c.category = ${t}.category
      and (c.recipient_user_id = ${UID} or c.recipient_agency_id = ${AGENCY})
      and c.decision = 'GIVEN' and ${PURPOSE} = any (c.purposes)
      and coalesce(c.about_person_id, c.subject_id) = coalesce(${t}.about_person_id, ${t}.subject_id)
      and c.from_at <= ${NOW} and ${NOW} < c.until_at))
  or (${ROLE} = 'PANEL' and ${t}.category in ${ORDINARY} and exists (
    select 1 from app.edge k join app.consent_line c on c.episode_id = k.episode_id
    where k.episode_id = ${t}.episode_id and k.user_id = ${UID} and k.kind = 'PANEL_AGENDA'
      and k.from_at <= ${NOW} and ${NOW} < k.until_at
      and c.category = ${t}.category and (c.recipient_user_id = ${UID} or c.recipient_agency_id = ${AGENCY})
      and c.decision = 'GIVEN' and ${PURPOSE} = any (c.purposes)
      and (${t}.subject_id is null or c.subject_id = ${t}.subject_id)
      and c.from_at <= ${NOW} and ${NOW} < c.until_at))
  or (${ROLE} in ('CAFC', 'IGO', 'AUDR') and exists (
    select 1 from app.edge k
    where k.episode_id = ${t}.episode_id and k.user_id = ${UID} and k.from_at <= ${NOW} and ${NOW} < k.until_at
      and (
        (k.kind = 'CAFC_TASK' and ${ROLE} = 'CAFC' and ${t}.category in ('THIRD', 'SAFE', ${ORDINARY.slice(1)})
        or (k.kind = 'IGO_TASK' and ${ROLE} = 'IGO')
        or (k.kind = 'AUDIT' and ${ROLE} = 'AUDR' and (${t}.category in ${ORDINARY} or ${t}.category = any (k.categories)))
      )
  ))
  or (${ROLE} = 'YP' and ${t}.subject_id = ${PERSON} and ${t}.category <> 'THIRD'
      and coalesce(${t}.about_person_id, ${t}.subject_id) = ${PERSON})
  or (${ROLE} = 'PAR' and ${t}.subject_id = any ((select sec.my_children())::uuid[])
      and (${t}.category in ${FAMILY_SEES} or (${t}.category in ${PARENT_DECIDES} and sec.parent_decides(${t}.subject_id, ${t}.category)))
      and coalesce(${t}.about_person_id, ${PERSON}) in (${PERSON}, ${t}.subject_id))
  or (${ROLE} in ('PAR', 'ADLT') and ${t}.about_person_id = ${PERSON} and ${t}.category in ${OWN})
  or exists (
    select 1 from app.access_grant g
    where g.episode_id = ${t}.episode_id and (g.user_id = ${UID} or g.agency_id = ${AGENCY})
      and g.subject_id = ${t}.subject_id and ${t}.category = any (g.categories)
      and g.from_at <= ${NOW} and ${NOW} < g.until_at)
  or (${ROLE} in ${WORKER_ROLES} and not sec.archived(${t}.episode_id) and (
    ${t}.author_id = ${UID} or (${ROLE} = 'AMGR' and ${t}.source_agency_id = ${AGENCY} and ${t}.category <> 'PRIVATE')))`;

/** Who may write in a case: the team at work on it, the CAF team with a task; always as themselves. */
export const mayWrite = (t: string): string => `
  ${ROLE} in ${WORKER_ROLES} and exists (
    select 1 from app.edge e
    where e.episode_id = ${t}.episode_id and e.user_id = ${UID}
      and e.kind in ('AUTHOR', 'LP', 'TACM', 'CAFC_TASK')
      and e.from_at <= ${NOW} and ${NOW} < e.until_at)`;

/** The episode, its subjects and its people: anyone with a live relation, the CAF team's index, the family itself. */
export const knowsEpisode = (episode: string): string => `
  (${ROLE} = 'CAFC')
  or (${ROLE} in ('PRACT', 'AMGR', 'MASH', 'AUDR', 'IGO', 'PANEL') and exists (
    select 1 from app.edge e
    where e.episode_id = ${episode}
      and (e.user_id = ${UID} or (${ROLE} = 'AMGR' and e.agency_id = ${AGENCY} and e.kind in ${TEAM}))))
  or (${ROLE} in ('YP', 'PAR', 'ADLT') and ${episode} = any ((select sec.family_episodes())::uuid[]))
  or exists (
    select 1 from app.access_grant g
    where g.episode_id = ${episode} and (g.user_id = ${UID} or g.agency_id = ${AGENCY})
      and g.from_at <= ${NOW} and ${NOW} < g.until_at)`;

/** A row about a person (address, school, relatives): through any episode of the child with agreement for the kind. */
export const mayReadOfPerson = (t: string, person: string, category: string): string => `
  (${t}.created_by = ${UID} and ${t}.created_at = ${NOW})
  or ${person} = ${PERSON}
  or exists (
    select 1 from app.episode_subject s
    join app.edge e on e.episode_id = s.episode_id
    where s.person_id = ${person} and ${ROLE} in ${WORKER_ROLES}
      and ${teamEdge('s.episode_id')}
      and (e.kind = 'AUTHOR' or exists (
        select 1 from app.consent_line c
        where c.episode_id = s.episode_id and c.category = ${category} and c.subject_id = s.person_id
          and (c.recipient_agency_id = e.agency_id or (c.recipient_user_id = ${UID} and e.user_id = ${UID}))
          and c.decision = 'GIVEN' and ${PURPOSE} = any (c.purposes) and c.from_at <= ${NOW}
          and ${NOW} < (case when e.kind = 'LP' then c.lead_read_until else c.team_read_until end))))
  or exists (
    select 1 from app.episode_subject s
    join app.edge k on k.episode_id = s.episode_id
    where s.person_id = ${person} and k.user_id = ${UID} and k.from_at <= ${NOW} and ${NOW} < k.until_at
      and ((k.kind = 'CAFC_TASK' and ${ROLE} = 'CAFC') or (k.kind = 'IGO_TASK' and ${ROLE} = 'IGO')
           or (k.kind = 'AUDIT' and ${ROLE} = 'AUDR')))
  or (${ROLE} = 'PAR' and ${person} = any ((select sec.my_children())::uuid[]))`;

export const notHidden = (person: string): string =>
  `(${person} is null or ${person} <> all ((select sec.hidden_people())::uuid[]))`;

export const CONTEXT = { UID, AGENCY, ROLE, PERSON, PURPOSE, NOW, TEAM, WORKER_ROLES } as const;

/** Turns on forced row-level security and gives the owning role, which nobody logs in as, its own policy. */
export const protect = (table: string): string => `
  alter table ${table} enable row level security;
  alter table ${table} force row level security;
  create policy owner_all on ${table} to encircle_owner using (true) with check (true);`;

/** The whole set of policies of a labelled content table. */
export const protectContent = (table: string): string => {
  const t = table.split('.')[1] ?? table;
  return `
  ${protect(table)}
  grant select, insert, update on ${table} to app_user;
  create policy may_read on ${table} for select to app_user using (${mayRead(t)});
  create policy not_shielded on ${table} as restrictive to app_user
    using (${notHidden(`${t}.subject_id`)}) with check (${notHidden(`${t}.subject_id`)});
  create policy may_add on ${table} for insert to app_user
    with check (${mayWrite(t)} and ${t}.author_id = ${UID} and ${t}.source_agency_id = ${AGENCY});
  create policy may_change on ${table} for update to app_user
    using (${mayWrite(t)}) with check (${mayWrite(t)});`;
};

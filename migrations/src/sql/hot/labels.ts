import { mayRead } from '../policies.js';

/**
 * A standing fact of an episode (who the child is, who helps) as a labelled row, so that the predicate of the content
 * tables answers for it too: it belongs to whoever opened the episode and was always there.
 * @param x alias of app.episode, @param person the child's id
 */
const standing = (x: string, person: string, category: string): string => `
  select ${x}.id as episode_id, ${person} as subject_id, null::uuid as about_person_id, '${category}'::text as category,
    ${x}.initiating_agency_id as source_agency_id, ${x}.created_by as author_id, '{}'::uuid[] as named_worker_ids,
    'infinity'::timestamptz as created_at`;

/** May this kind of standing fact be read? The CAF team reads it of every episode (its index row, rule 6.5). */
export const mayReadStanding = (
  x: string,
  person: string,
  category: 'IDENT' | 'INVOLVE',
  rule: (t: string) => string = mayRead,
): string => `
  exists (select 1 from (${standing(x, person, category)}) t where (select sec.role()) = 'CAFC' or (${rule('t')}))`;

/** UTC, ISO 8601 with milliseconds; spelled out because a call for each value would cost more than the value. */
export const instant = (at: string): string =>
  `to_char(${at} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** What a row of content is about, in the shape the policy takes its items. */
export const labelOf = (t: string): string => `json_build_object(
  'subjectId', ${t}.subject_id, 'aboutPersonId', ${t}.about_person_id, 'categories', json_build_array(${t}.category),
  'sourceAgencyId', ${t}.source_agency_id, 'authorId', ${t}.author_id, 'namedWorkerIds', ${t}.named_worker_ids,
  'recordedAt', ${instant(`${t}.created_at`)})`;

/** The parts of a person's name, and what stands in for a birth date before birth. */
export const personJson = (p: string): string => `
  'id', ${p}.id, 'givenNames', ${p}.given_names, 'familyName', ${p}.family_name, 'preferredName', ${p}.preferred_name,
  'pronouns', ${p}.pronouns, 'dateOfBirth', ${p}.date_of_birth, 'dueDate', ${p}.due_date, 'isUnborn', ${p}.is_unborn`;

/** "Ava Ames"; "Unborn baby of Nia Novak". @param m alias of the mother, left joined */
export const nameOf = (p: string, m: string): string => `
  case when ${p}.is_unborn and ${p}.given_names is null
    then concat_ws(' ', 'Unborn baby', nullif(concat_ws(' ', 'of', coalesce(${m}.preferred_name, ${m}.given_names), ${m}.family_name), 'of'))
    else concat_ws(' ', coalesce(${p}.preferred_name, ${p}.given_names), ${p}.family_name) end`;

export const SHUT = `('CLOSED', 'REJECTED', 'MERGED', 'ARCHIVED', 'DISPOSED')`;

/**
 * Both kinds of standing fact of one child in one evaluation: `ident` and `involve`. An aggregate, so that the planner
 * does not put the whole rule in the place of each mention.
 */
export const standingKnown = (x: string, person: string): string => `
  select coalesce(bool_or(t.category = 'IDENT'), false) as ident, coalesce(bool_or(t.category = 'INVOLVE'), false) as involve
  from (${standing(x, person, 'IDENT').replace("'IDENT'::text as category", 'k.category')}
    from unnest(array['IDENT', 'INVOLVE']) as k (category)) t
  where (select sec.role()) = 'CAFC' or (${mayRead('t')})`;

/**
 * What is worked out once and kept because a list or a guard compares it with one look. Each entry says in SQL what the
 * rows hold and what they must hold by the facts they were made from; the two must be the same set.
 * @typedef {{ name: string, kept: string, truth: string }} Materialised
 */

const TEAM = `('AUTHOR', 'LP', 'TACM')`;
const SHUT = `('CLOSED', 'REJECTED', 'MERGED', 'ARCHIVED', 'DISPOSED')`;

/** The first instant of a civil day. */
const dayStart = (day) => `((${day})::timestamp at time zone 'Europe/London')`;
const dayOf = (instant) => `((${instant}) at time zone 'Europe/London')::date`;
/** The program's moments have milliseconds, the database's own have more. */
const moment = (instant) => `date_trunc('milliseconds', ${instant})`;
/** The end of the tenth working day after a day; the database knows no calendar, so the days come from the program. */
const tenDaysAfter = (day) => `(select w.until_at from pg_temp.reading_window w where w.day = ${day})`;

/** Who has a place on a case finds it in their list; so does the manager of an agency whose worker has one of the team. */
const GRANTS = {
  name: 'app.case_grant',
  kept: `select g.principal_id, g.episode_id, g.open, g.opened_on, g.expires, g.begins, g.shielded from app.case_grant g`,
  truth: `
    select p.principal_id, p.episode_id, x.state not in ${SHUT}, x.opened_on, max(p.until_at), min(p.from_at),
      exists (select 1 from app.episode_subject s left join app.relationship r on r.child_id = s.person_id
        join app.shield h on array[s.person_id, r.person_id] && array_append(h.protected_person_ids, h.person_id)
        where s.episode_id = x.id)
    from (select e.user_id as principal_id, e.episode_id, e.until_at, e.from_at from app.edge e
          union all
          select e.agency_id, e.episode_id, e.until_at, e.from_at from app.edge e where e.kind in ${TEAM}) p
    join app.episode x on x.id = p.episode_id
    group by p.principal_id, p.episode_id, x.id, x.state, x.opened_on`,
};

/** What is left of a place after closing (rule 6.10): ten working days for the team, twelve months for lead and author. */
const PLACES = {
  name: 'app.edge.read_until',
  kept: `select e.id, e.read_until from app.edge e where e.kind in ${TEAM}`,
  truth: `
    select e.id, case when x.closed_on is null then 'infinity'
      when e.kind = 'TACM' then ${tenDaysAfter('x.closed_on')}
      else ${dayStart(`(x.closed_on + interval '12 months')::date + 1`)} end
    from app.edge e join app.episode x on x.id = e.episode_id where e.kind in ${TEAM}`,
};

/** Without an end, or at the end of its last day; a line that ended before runs until then. */
const LINE = `
  select l.*, case when l.decision = 'GIVEN' and l.expires_on is not null then ${dayStart('l.expires_on + 1')} else 'infinity' end as ends,
    case when l.decision = 'GIVEN' and l.expires_on is not null then ${tenDaysAfter('l.expires_on')} else 'infinity' end as read_ends
  from app.consent_line l`;

/**
 * One kind of information taken back by itself leaves nothing to read; all of it, or all with one service, leaves the lead
 * professional ten working days. Which it was is not kept, so either will do where nothing else stood.
 */
const STANDS = `exists (
    select 1 from app.consent_line o where o.episode_id = l.episode_id and o.giver_person_id = l.giver_person_id and o.decision = 'GIVEN'
      and coalesce(o.recipient_agency_id, o.recipient_user_id) = coalesce(l.recipient_agency_id, l.recipient_user_id)
      and coalesce(o.about_person_id, o.subject_id) = coalesce(l.about_person_id, l.subject_id)
      and o.created_at <= l.ended_at and o.from_at <= l.ended_at and l.ended_at < o.until_at)`;

/** When a line of agreement counts, and until when it may still be read (rules 6.2 and 6.10). */
const LINES = {
  name: 'app.consent_line.until_at, team_read_until, lead_read_until',
  kept: `select l.id, ${moment('l.until_at')}, ${moment('l.team_read_until')}, ${moment('l.lead_read_until')} from app.consent_line l`,
  truth: `
    select l.id,
      ${moment(`case when l.ended_at is null then l.ends else greatest(l.from_at, least(l.ends, l.ended_at)) end`)},
      ${moment(`case l.status when 'ACTIVE' then l.read_ends else least(l.read_ends, l.ended_at) end`)},
      ${moment(`case when l.status = 'ACTIVE' then l.read_ends
        when l.status = 'WITHDRAWN' and ${moment('l.lead_read_until')} <> ${moment('l.ended_at')} and not ${STANDS}
          then least(l.read_ends, ${tenDaysAfter(dayOf('l.ended_at'))})
        else least(l.read_ends, l.ended_at) end`)}
    from (${LINE}) l`,
};

/** A line counts from the start of its first day, and not before it was given on that day. */
const STARTS = {
  name: 'app.consent_line.from_at',
  kept: `select l.id from app.consent_line l`,
  truth: `select l.id from app.consent_line l
    where l.from_at between ${dayStart('l.valid_from')} and greatest(${dayStart('l.valid_from')}, l.given_at)`,
};

/** The folded name by which a worker's relative is found. */
const RELATIVES = {
  name: 'app.staff_relative.name_key',
  kept: `select r.id, r.name_key from app.staff_relative r`,
  truth: `select r.id, sec.fold(r.family_name) || '|' || to_char(r.date_of_birth, 'YYYY-MM-DD') from app.staff_relative r`,
};

/** @type {readonly Materialised[]} */
export const MATERIALISED = [GRANTS, PLACES, LINES, STARTS, RELATIVES];

/** Every day a reading window is counted from. */
export const WINDOW_DAYS = `
  select distinct d.day::text from (
    select l.expires_on as day from app.consent_line l
    union select ${dayOf('l.ended_at')} from app.consent_line l
    union select x.closed_on from app.episode x) d
  where d.day is not null`;

/**
 * Work that drifts (H5): open for long, one review after the other, a child nobody has seen. Each holds for a case and a day,
 * so it comes by itself and goes by itself. Parameters: $2 months, $3 reviews, $4 weeks.
 */
export const DRIFT = `
  touched as materialized (
    select x.episode_id, max(x.on_day) as last_on from (
      select n.episode_id, greatest(n.contact_on, n.met_on) as on_day from known n
      union all select v.episode_id, v.held_on from reviewed v) x
    group by x.episode_id),

  -- When somebody last stood back and looked at the whole: in supervision, or by assessing anew.
  looked as materialized (
    select n.episode_id, greatest(n.looked_on, n.renewed_on) as on_day from known n),
  long_open as (
    select l.episode_id, l.user_id, (greatest(l.opened_on, k.on_day) + make_interval(months => $2::int))::date as due, l.opened_on as since
    from led l left join looked k on k.episode_id = l.episode_id),
  many as (
    select l.episode_id, l.user_id, (array_agg(v.held_on order by v.held_on, v.review_no))[$3::int] as due, count(*)::int as times
    from led l join reviews v on v.episode_id = l.episode_id left join looked k on k.episode_id = l.episode_id
      left join reviewed e on e.episode_id = l.episode_id
    where e.ends is not true and (k.on_day is null or v.held_on > k.on_day)
    group by l.episode_id, l.user_id having count(*) >= $3::int),

  missed as materialized (
    select c.episode_id, c.user_id, c.person_id, c.seen_on as last_on, coalesce(c.seen_on, c.opened_on) + 7 * $4::int as due
    from children c where coalesce(c.seen_on, c.opened_on) + 7 * $4::int <= (select sec.today())
    order by 5, c.person_id limit 100),
  drifting as materialized (
    select 'LONG_OPEN' as kind, o.episode_id, o.episode_id as record_id, o.user_id, o.due, o.since, null::int as times, null::uuid as subject_id
    from long_open o where o.due <= (select sec.today())
    union all
    select 'MANY_REVIEWS', m.episode_id, m.episode_id, m.user_id, m.due, null, m.times, null from many m
    union all
    select 'UNSEEN', x.episode_id, x.person_id, x.user_id, x.due, x.last_on, null, x.person_id
    from missed x join app.person p on p.id = x.person_id
    where p.id = any ((select array_agg(y.person_id) from missed y)::uuid[]) and not p.is_unborn)`;

/** As rows of what is due. */
export const DRIFTING = {
  kind: 'd.kind',
  episode_id: 'd.episode_id',
  record_id: 'd.record_id',
  owner_id: 'd.user_id',
  due: 'd.due',
  note: 'd.since::text',
  review_no: 'd.times',
  subject_id: 'd.subject_id',
};

import type { QueryRunner } from 'typeorm';
import { instant } from './labels.js';

const LINES = /'consents', coalesce\(\(select jsonb_agg\([\s\S]*?where c\.episode_id = x\.id\), '\[\]'\)/;

/** Lines of one act that differ only in the kind of information, as one line with all the kinds. */
const GROUPED = `'consents', coalesce((select jsonb_agg(jsonb_build_object('id', c.id,
    'subjectId', c.subject_id, 'giverId', c.giver_person_id,
    'giverCapacity', case k.capacity when 'SELF' then 'SELF' when 'MOTHER_OF_UNBORN' then 'MOTHER_OF_UNBORN'
      when 'LOCAL_AUTHORITY_PR' then 'LA_CARE_ORDER' else 'PR_HOLDER' end,
    'recipientType', c.recipient_type, 'recipientId', c.recipient_id, 'categories', c.categories, 'purposes', c.purposes,
    'decision', c.decision, 'givenAt', sec.instant(c.given_at), 'validFrom', c.valid_from, 'expiresAt', c.expires_on,
    'withdrawnAt', case when c.status = 'WITHDRAWN' then sec.instant(c.ended_at) end,
    'withdrawnAlone', c.alone,
    'supersededAt', case when c.status = 'SUPERSEDED' then sec.instant(c.ended_at) end,
    'history', c.history, 'indexListing', c.index_listing))
  from (select (array_agg(l.id))[1] as id, coalesce(l.about_person_id, l.subject_id) as subject_id, l.consent_id,
      l.giver_person_id, l.recipient_type, coalesce(l.recipient_agency_id, l.recipient_user_id) as recipient_id,
      array_agg(l.category) as categories, l.purposes, l.decision, l.given_at, l.valid_from, l.expires_on,
      l.status, l.ended_at, l.history, l.index_listing, l.status = 'WITHDRAWN' and l.lead_read_until <= l.ended_at as alone
    from (select * from app.consent_line l where l.episode_id = x.id order by l.category collate "C", l.id) l
    group by 2, 3, 4, 5, 6, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17) c
  join app.consent k on k.id = c.consent_id), '[]')`;

/** `sec.instant(x)` with the expression itself in the place of each call. */
function spelledOut(body: string): string {
  let text = body;
  for (let at = text.indexOf(CALL); at >= 0; at = text.indexOf(CALL)) {
    let end = at + CALL.length;
    for (let open = 1; open > 0; end += 1) open += text[end] === '(' ? 1 : text[end] === ')' ? -1 : 0;
    const moment = text.slice(at + CALL.length, end - 1);
    text = `${text.slice(0, at)}case when (${moment}) <> 'infinity' then ${instant(`(${moment})`)} end${text.slice(end)}`;
  }
  return text;
}

const CALL = 'sec.instant(';
/** Whoever passed the guard of the episode a moment before stands in a relation to it. */
const RELATED = '(p_passed or sec.related(p_episode))';

/**
 * The facts of an episode as `sec.episode_facts` gathers them, with fewer and fuller lines of agreement: a decision is
 * the same, a fifth of the text is moved and judged. Derived from that function so that there is one place to change;
 * a migration that changes it derives this one again.
 */
export async function deriveCaseFacts(q: QueryRunner): Promise<void> {
  const [{ body }] = (await q.query(
    `select prosrc as body from pg_proc where oid = 'sec.episode_facts(uuid)'::regprocedure`,
  )) as [{ body: string }];
  if (!LINES.test(body)) throw new Error('sec.episode_facts has no lines of agreement to group');
  const facts = spelledOut(body.replace(LINES, () => GROUPED))
    .replaceAll('sec.related(p_episode)', RELATED)
    .replaceAll('sec.now()', 'v_now')
    .replaceAll('sec.uid()', 'v_me');
  await q.query(`
    create or replace function sec.case_facts(p_episode uuid, p_passed boolean) returns jsonb
      language plpgsql stable security definer set search_path = '' set plan_cache_mode = force_generic_plan
      as $facts$
      declare v_me uuid := sec.uid(); v_now timestamptz := sec.now();
      begin return (${facts.replace(/;\s*$/, '')}); end $facts$;
    grant execute on function sec.case_facts(uuid, boolean) to encircle_hot;`);
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

const RETURNS = `returns table (user_id uuid, full_name text, phone text, agency_id uuid, agency_name text, agency_kind text,
          professional_role text, job_title text, sensitive_class text)`;

const COLUMNS = `u.id, u.full_name, u.phone, a.id, a.name, a.kind, m.professional_role, m.job_title, a.sensitive_class`;

const AT_WORK = `m.role in ('PRACT', 'AMGR', 'CAFC') and m.valid_from <= v_today and (m.valid_to is null or v_today <= m.valid_to)`;

const ALL =
  'app.app_user u join app.membership m on m.user_id = u.id join app.agency a on a.id = m.agency_id';

const ORDER = 'order by u.full_name, u.id, a.id limit v_limit';

/** People in the order of their names, each with their places; reading ends when the page is full. */
const inOrder = (people: string, places: string): string => `
              select ${COLUMNS}
              from (select * from ${people} x where x.status = 'LIVE' order by x.full_name, x.id) u
                join lateral (select * from app.membership y where y.user_id = u.id) m on true
                join lateral (select * from app.agency z where z.id = m.agency_id) a on true
              where ${places} ${AT_WORK} ${ORDER}`;

const ANYBODY = 'app.app_user';
const MEMBERS =
  '(select * from app.app_user v where v.id in (select k.user_id from app.membership k where k.agency_id = p_agency))';
/** Fenced off, so that they are found by their words and then put in order, never the other way round. */
const NAMED = '(select * from app.app_user v where sec.words(v.full_name) @@ typed offset 0)';
const OF_SERVICES = 'a.id = any (services) and';

/** With more members than this in the services found, going through all names in order fills a page sooner. */
const MANY = 2000;

/**
 * The directory of workers by the beginnings of names. A part of a name in any place had to be looked for in every row:
 * seconds, at 330,000 workers. Words are folded as in looking for a child and kept in an index of their own; PostgreSQL's
 * own text search finds beginnings, so no extension is needed.
 */
export class FindWorkers20261124110200 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      create function sec.words(p_text text) returns tsvector
        language sql immutable strict parallel safe set search_path = ''
        as $$
          select array_to_tsvector(coalesce(array_agg(distinct f.word) filter (where f.word <> ''), '{}'))
          from (select sec.fold(w) as word from regexp_split_to_table(p_text, '[[:space:],.;:/()&–-]+') w) f
        $$;

      -- Every word typed begins a word of the name. Null when nothing that could be looked for was typed.
      create function sec.beginnings(p_text text) returns tsquery
        language sql immutable parallel safe set search_path = ''
        as $$ select string_agg('''' || w || ''':*', ' & ')::tsquery from unnest(tsvector_to_array(sec.words(p_text))) w $$;

      create index app_user_words on app.app_user using gin (sec.words(full_name));
      create index app_user_name on app.app_user (full_name, id);
      create index agency_words on app.agency using gin (sec.words(name));

      drop function sec.workers(text, uuid, integer);
      -- Colleagues one may invite or nominate, by name or by their service: a directory of workers, no child in it.
      create function sec.workers(p_words text, p_agency uuid, p_limit integer) ${RETURNS}
        language plpgsql stable security definer set search_path = '' set plan_cache_mode = force_custom_plan
        as $$
        declare v_today date := sec.today(); v_limit integer := least(coalesce(p_limit, 25), 50);
          typed tsquery := sec.beginnings(coalesce(p_words, '')); services uuid[]; many boolean;
        begin
          if sec.uid() is null or (typed is null and btrim(coalesce(p_words, '')) <> '') then return; end if;
          if typed is null then
            if p_agency is null then return query ${inOrder(ANYBODY, '')};
            else return query ${inOrder(MEMBERS, 'a.id = p_agency and')};
            end if;
            return;
          end if;
          services := array(select g.id from app.agency g where sec.words(g.name) @@ typed and (p_agency is null or g.id = p_agency));
          many := (select count(*) from (select 1 from app.membership k where k.agency_id = any (services) limit ${MANY + 1}) n) > ${MANY};
          return query select * from (
            (${inOrder(NAMED, '(p_agency is null or a.id = p_agency) and')})
            union
            (select c.* from (${inOrder(ANYBODY, OF_SERVICES)}) c where many)
            union
            (select ${COLUMNS} from ${ALL} where not many and u.status = 'LIVE' and ${OF_SERVICES} ${AT_WORK} ${ORDER})
          ) t order by 2, 1, 4 limit v_limit;
        end $$;
      revoke execute on function sec.workers(text, uuid, integer) from public;
      grant execute on function sec.workers(text, uuid, integer) to app_user;`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`
      drop function sec.workers(text, uuid, integer);
      create function sec.workers(p_words text, p_agency uuid, p_limit integer) ${RETURNS}
        language sql stable security definer set search_path = ''
        as $$
          select ${COLUMNS}
          from ${ALL}
          where sec.uid() is not null and u.status = 'LIVE' and m.role in ('PRACT', 'AMGR', 'CAFC')
            and m.valid_from <= sec.today() and (m.valid_to is null or sec.today() <= m.valid_to)
            and (p_agency is null or a.id = p_agency)
            and (coalesce(p_words, '') = '' or u.full_name ilike '%' || p_words || '%' or a.name ilike '%' || p_words || '%')
          order by u.full_name, u.id limit least(coalesce(p_limit, 25), 50)
        $$;
      grant execute on function sec.workers(text, uuid, integer) to app_user;
      drop index app.app_user_words, app.app_user_name, app.agency_words;
      drop function sec.beginnings(text), sec.words(text);`);
  }
}

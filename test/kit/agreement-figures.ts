import type { Program } from './program.js';

interface Line {
  act: string;
  episode: string;
  giver: string;
  category: string;
  recipient: string;
  specialist: boolean;
  decision: string;
  status: string;
  day: string;
  ended: string | null;
  how: string | null;
  replacedBy: string | null;
}

export interface Reader {
  id: string;
  agency: { id: string };
}

const LINES = `
  select l.consent_id as act, l.episode_id as episode, l.giver_person_id as giver, l.category, l.decision, l.status,
    k.given_on::text as day, (l.ended_at at time zone 'Europe/London')::date::text as ended, l.ended_how as how,
    l.superseded_by_id as "replacedBy",
    l.category like 'SENS%' or exists (select 1 from app.agency a left join app.membership b on b.agency_id = a.id
      where a.sensitive_class <> 'NONE' and (a.id = l.recipient_agency_id or b.user_id = l.recipient_user_id)) as specialist
  from app.consent_line l join app.consent k on k.id = l.consent_id`;

/** The cases whose figures somebody reads: all, or those their agency has a place on and they are not kept out of. */
const casesOf = (program: Program, reader: Reader | null): Promise<{ id: string }[]> =>
  program.rows(
    `select distinct x.id from app.episode x left join app.edge e on e.episode_id = x.id
     where $1::uuid is null or (e.agency_id = $1 and not exists (select 1 from app.conflict_block b
       join app.episode_subject s on s.person_id = b.person_id where s.episode_id = x.id and b.user_id = $2))`,
    [reader?.agency.id ?? null, reader?.id ?? null],
  );

/** M28 and M29 counted from the rows themselves, in another way than the program does. @param reader null for all */
export async function countedFigures(
  program: Program,
  reader: Reader | null,
  { from, to }: { from: string; to: string },
): Promise<Record<string, number>> {
  const at = (day: string): boolean => day >= from && day <= to;
  const cases = new Set((await casesOf(program, reader)).map(({ id }) => id));
  const found: Record<string, number> = {};
  const add = (key: string): void => void (found[key] = (found[key] ?? 0) + 1);
  const all = await program.rows<Line>(LINES);
  const mine = all.filter((line) => cases.has(line.episode) && (reader === null || !line.specialist));
  countActs(mine, at, add);
  Object.assign(found, countRefreshes(mine, at));
  const taken = mine.filter(({ status, ended }) => status === 'WITHDRAWN' && at(ended ?? ''));
  for (const how of new Map(
    taken.map((line) => [`${line.episode} ${line.giver} ${line.ended ?? ''}`, line.how ?? '']),
  ).values())
    add(`WITHDRAWN ${how}`);
  Object.assign(found, await countTap(program, cases, at));
  await countAccess(program, reader, { cases, at, found, add });
  return found;
}

function countActs(mine: readonly Line[], at: (day: string) => boolean, add: (key: string) => void): void {
  for (const act of new Set(mine.filter(({ day }) => at(day)).map((line) => line.act))) {
    const said = new Set(mine.filter((line) => line.act === act).map(({ decision }) => decision));
    if (said.has('GIVEN')) add(said.has('REFUSED') ? 'ACTS PARTIAL' : 'ACTS GIVEN');
    else if (said.has('REFUSED')) add('ACTS REFUSED');
  }
}

/** Acts that replaced a yes by a yes, and the days since the latest of the acts they replaced. */
function countRefreshes(mine: readonly Line[], at: (day: string) => boolean): Record<string, number> {
  const days = new Map<string, number>();
  for (const anew of mine.filter((line) => line.decision === 'GIVEN' && at(line.day))) {
    const before = mine.filter((line) => line.replacedBy === anew.act && line.decision === 'GIVEN');
    const since = before.map((line) => (Date.parse(anew.day) - Date.parse(line.day)) / 86_400_000);
    if (since.length > 0) days.set(anew.act, Math.min(...since));
  }
  return { 'REFRESH AGAIN': days.size, 'REFRESH DAYS': [...days.values()].reduce((sum, n) => sum + n, 0) };
}

async function countTap(
  program: Program,
  cases: ReadonlySet<string>,
  at: (day: string) => boolean,
): Promise<Record<string, number>> {
  const moves = await program.rows<{ episode: string; to: string; transition: string; day: string }>(
    `select episode_id as episode, to_state as to, transition, happened_on::text as day from app.episode_move`,
  );
  const begun = new Map<string, string>();
  for (const move of moves.filter((each) => cases.has(each.episode) && each.to === 'TAP' && at(each.day)))
    begun.set(move.episode, [begun.get(move.episode) ?? move.day, move.day].sort()[0] ?? move.day);
  const later = [...begun].filter(([episode, day]) =>
    moves.some((move) => move.episode === episode && move.transition === 'T05' && move.day >= day),
  );
  return { 'TAP BEGUN': begun.size, 'TAP AGREED_LATER': later.length };
}

interface Counting {
  cases: ReadonlySet<string>;
  at: (day: string) => boolean;
  found: Record<string, number>;
  add: (key: string) => void;
}

/** What an agency's own workers did, on whichever case; what the reader is kept out of is not counted. */
async function countAccess(
  program: Program,
  reader: Reader | null,
  { at, found, add }: Counting,
): Promise<void> {
  const shut = new Set(
    (
      await program.rows<{ id: string }>(
        `select s.episode_id as id from app.conflict_block b join app.episode_subject s on s.person_id = b.person_id
         where b.user_id = $1`,
        [reader?.id ?? null],
      )
    ).map(({ id }) => id),
  );
  const own = (row: { agency: string; episode: string }): boolean =>
    reader === null || (row.agency === reader.agency.id && !shut.has(row.episode));
  const shared = await program.rows<{ ground: string; agency: string; episode: string; day: string }>(
    `select ground, source_agency_id as agency, episode_id as episode,
       (shared_at at time zone 'Europe/London')::date::text as day from app.disclosure where decision = 'SHARED'`,
  );
  for (const each of shared.filter((row) => own(row) && at(row.day))) add(`SHARED ${each.ground}`);
  const reviews = (
    await program.rows<{
      agency: string;
      episode: string;
      due: string;
      decided: string | null;
      outcome: string | null;
    }>(
      `select about_agency_id as agency, episode_id as episode, due_on::text as due,
         (decided_at at time zone 'Europe/London')::date::text as decided, outcome
       from app.access_review where kind <> 'BREACH'`,
    )
  ).filter((row) => own(row) && at(row.due));
  found['REVIEWS DUE'] = reviews.length;
  found['REVIEWS IN_TIME'] = reviews.filter((row) => (row.decided ?? '9') <= row.due).length;
  found['REVIEWS DECIDED'] = reviews.filter((row) => row.outcome !== null).length;
  found['REVIEWS UPHELD'] = reviews.filter((row) => row.outcome?.startsWith('JUSTIFIED')).length;
}

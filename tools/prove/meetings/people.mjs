import { randomUUID } from 'node:crypto';
import { signedIn } from './demo.mjs';

/** Signs in everybody who was asked to a meeting, each once for each agency; the family with accounts made for the proof. */
export class People {
  #known = new Map();

  constructor(rows) {
    this.rows = rows;
  }

  worker(userId, agencyId) {
    return this.#once(`${userId} ${agencyId}`, () => signedIn(this.rows, userId, agencyId));
  }

  /** @param role of the family: YP for a child of the record, PAR for a relative */
  family(personId, role) {
    return this.#once(`${personId} ${role}`, async () => {
      const [{ id }] = await this.rows(
        `with account as (insert into app.app_user (email, full_name, person_id) values ($1, 'Family', $2) returning id)
         insert into app.membership (user_id, role, professional_role, job_title, valid_from)
         select id, $3, 'OTHER', 'Family', '2020-01-01' from account returning user_id as id`,
        [`${randomUUID()}@proof.example`, personId, role],
      );
      return signedIn(this.rows, id, null);
    });
  }

  async #once(key, make) {
    if (!this.#known.has(key)) this.#known.set(key, await make());
    return this.#known.get(key);
  }
}

/** Meetings with who was asked to each, who runs it, and a grown-up of the family. @param ids of these alone; without them of all */
export async function meetingsOf(rows, ids = null) {
  return rows(
    `select m.id, m.status, m.episode_id as "episodeId", coalesce(m.subject_id, s.person_id) as "subjectId",
       (select r.person_id from app.relationship r where r.child_id = s.person_id order by r.kind, r.id limit 1) as "adultId",
       (select json_build_object('userId', e.user_id, 'agencyId', e.agency_id) from app.edge e
         where e.episode_id = m.episode_id and e.kind in ('LP', 'AUTHOR') and e.until_at > sec.now()
         order by e.kind desc, e.id limit 1) as runs,
       json_agg(json_build_object('id', i.id, 'userId', i.user_id, 'agencyId', i.agency_id, 'personId', i.person_id,
         'role', case when exists (select from app.episode_subject c where c.episode_id = m.episode_id and c.person_id = i.person_id)
           then 'YP' else 'PAR' end) order by i.id) as invitations
     from app.meeting m join app.invitation i on i.meeting_id = m.id
     join lateral (select c.person_id from app.episode_subject c where c.episode_id = m.episode_id and c.role = 'CHILD_SUBJECT'
       order by c.position limit 1) s on true
     where $1::uuid[] is null or m.id = any ($1)
     group by m.id, s.person_id order by m.id`,
    [ids],
  ).then((found) =>
    found.map((each) => ({ ...each, workers: each.invitations.filter(({ userId }) => userId !== null) })),
  );
}

import { randomUUID } from 'node:crypto';
import { dayOf } from './simulate.mjs';

/**
 * Writes the simulated year into a database, day by day. @param rows asks the database as its administrator
 * @param api what the program gives to those who test it
 */
export class Year {
  constructor(rows, api, cases, leads) {
    Object.assign(this, { rows, api, cases, leads });
    this.ids = cases.map(({ children }) => ({
      episode: randomUUID(),
      children: Array.from({ length: children }, () => randomUUID()),
      mother: randomUUID(),
    }));
    this.now = -Infinity;
  }

  /** An agency and its leads, with e-mail addresses to sign in with. */
  static async people(rows, count) {
    const [agency] = await rows(
      `insert into app.agency (name, kind, report_group, in_agreement_from) values ('Drift', 'SCHOOL', 'Schools', '2020-01-01') returning id`,
    );
    const leads = [];
    for (let n = 0; n < count; n += 1) {
      const email = `drift${n}-${agency.id}@work.example`;
      const [user] = await rows(
        `insert into app.app_user (full_name, email, vetting_valid_to, training_valid_to)
         values ($1, $2, '2099-01-01', '2099-01-01') returning id`,
        [`Lead ${n}`, email],
      );
      await rows(
        `insert into app.membership (user_id, agency_id, role, job_title, professional_role, valid_from)
         values ($1, $2, 'PRACT', 'Worker', 'OTHER', '2020-01-01')`,
        [user.id, agency.id],
      );
      leads.push({ userId: user.id, agencyId: agency.id, email });
    }
    return leads;
  }

  /** Everything that happens up to this day and has not been written yet. */
  async upTo(today) {
    const rows = new this.api.Rows();
    const changes = [];
    for (const one of this.cases) {
      const after = (on) => on > this.now && on <= today;
      if (after(one.opened)) this.open(rows, one);
      for (const event of one.events) {
        if (after(event.on)) this.write(rows, changes, one, event);
        if (event.struckOn != null && after(event.struckOn)) changes.push(strike(event));
      }
    }
    await rows.write((sql, values) => this.rows(sql, values));
    for (const [sql, values] of changes) await this.rows(sql, values);
    this.now = today;
  }

  open(rows, one) {
    const { episode, children, mother } = this.ids[one.n];
    const lead = this.leads[one.lead];
    const on = dayOf(one.opened);
    const born = one.unborn ? null : '2016-05-05';
    children.forEach((id, n) =>
      rows.add('app.person', {
        id,
        kind: 'CHILD',
        given_names: `Child ${n}`,
        family_name: `Case ${one.n}`,
        sex: 'UNKNOWN',
        date_of_birth: born,
        dob_status: one.unborn ? null : 'VERIFIED',
        is_unborn: one.unborn,
        ...(one.unborn ? { due_date: '2027-06-01' } : {}),
      }),
    );
    rows.add('app.person', {
      id: mother,
      kind: 'ADULT',
      given_names: 'Mother',
      family_name: `Case ${one.n}`,
      sex: 'FEMALE',
      date_of_birth: '1990-01-01',
      dob_status: 'VERIFIED',
    });
    children.forEach((id) =>
      rows.add('app.relationship', {
        id: randomUUID(),
        child_id: id,
        person_id: mother,
        kind: 'MOTHER',
        has_pr: 'YES',
        pr_basis: 'MOTHER',
      }),
    );
    rows.add('app.episode', {
      id: episode,
      ref: `D-${episode.slice(0, 8)}`,
      type: 'CHILD',
      state: 'PLAN_ACTIVE',
      source_of_concern: 'OWN_AGENCY',
      initiating_agency_id: lead.agencyId,
      locality: 'NORTH',
      opened_on: on,
      agreed_on: on,
      plan_agreed_on: on,
      created_by: lead.userId,
      created_at: `${on}T08:00:00Z`,
    });
    children.forEach((id, position) =>
      rows.add('app.episode_subject', {
        id: randomUUID(),
        episode_id: episode,
        person_id: id,
        role: 'CHILD_SUBJECT',
        position,
      }),
    );
    rows.add('app.edge', {
      id: randomUUID(),
      episode_id: episode,
      user_id: lead.userId,
      agency_id: lead.agencyId,
      kind: 'LP',
      lead_type: 'LEAD_PROFESSIONAL',
      professional_role: 'OTHER',
      from_at: `${on}T08:00:00Z`,
      until_at: 'infinity',
      read_until: 'infinity',
    });
    children.forEach((subjectId) =>
      this.api.addAgreement(rows, {
        consentId: randomUUID(),
        lineId: () => randomUUID(),
        episodeId: episode,
        subjectId,
        giverId: mother,
        capacity: one.unborn ? 'MOTHER_OF_UNBORN' : 'PARENT_PR',
        services: [lead.agencyId],
        categories: this.api.ORDINARY,
        purposes: ['ASSESS', 'COORDINATE'],
        decision: 'GIVEN',
        givenAt: `${on}T08:30:00.000Z`,
        validFrom: on,
        expiresOn: null,
        recordedBy: lead.userId,
        recordedByAgency: lead.agencyId,
      }),
    );
  }

  write(rows, changes, one, event) {
    const { episode, children } = this.ids[one.n];
    const by = this.leads[one.lead];
    const on = dayOf(event.on);
    const add = (table, category, row, subject = null) => {
      const id = randomUUID();
      rows.add(table, {
        id,
        ...row,
        episode_id: episode,
        subject_id: subject,
        about_person_id: null,
        category,
        source_agency_id: by.agencyId,
        author_id: by.userId,
        named_worker_ids: [],
        created_by: by.userId,
        created_at: `${on}T09:00:00Z`,
        updated_at: `${on}T09:00:00Z`,
      });
      return id;
    };
    const whom = event.child == null ? null : children[event.child];
    const note = (kind, seen) =>
      (event.id = add(
        'app.note',
        'NOTES',
        { kind, event_on: on, text: 'A note', ...(seen ? { child_seen: seen } : {}) },
        whom,
      ));
    if (event.what === 'note') note(event.kind, event.seen);
    if (event.what === 'supervision') note('SUPERVISION', null);
    if (event.what === 'reassessment')
      add(
        'app.assessment',
        'INVOLVE',
        {
          version_no: 2 + event.order,
          form_code: 'caf',
          form_version: 'v1',
          status: 'COMPLETED',
          started_on: on,
          completed_on: on,
          content_hash: 'x',
        },
        children[0],
      );
    if (event.what === 'meeting')
      add(
        'app.meeting',
        'MEETING',
        {
          type: 'REVIEW_TAC',
          status: event.status,
          planned_at: `${on}T10:00:00Z`,
          mode: 'IN_PERSON',
          held_at: event.status === 'HELD' ? `${on}T10:00:00Z` : null,
          status_reason: event.status === 'HELD' ? null : 'Ill',
          child_participation: event.part,
          consent_checked: true,
        },
        whom,
      );
    if (event.what === 'review')
      add(
        'app.review',
        'PLAN',
        { review_no: event.number, due_on: on, held_on: on, level: 2, what_next: event.next },
        children[0],
      );
    if (event.what === 'state')
      changes.push([
        `update app.episode set state = $2::text, closed_on = case when $2::text = 'CLOSED' then $3::date end,
           closure_reason = case when $2::text = 'CLOSED' then 'NEEDS_MET' end where id = $1 and state <> 'CLOSED'`,
        [episode, event.state, on],
      ]);
    if (event.what === 'lead') {
      const { userId, agencyId } = this.leads[event.lead];
      changes.push(
        [
          `update app.edge set until_at = $2::timestamptz, ended_reason = 'HANDED_OVER' where episode_id = $1 and kind = 'LP' and until_at = 'infinity'`,
          [episode, `${on}T00:00:00Z`],
        ],
        [
          `insert into app.edge (episode_id, user_id, agency_id, kind, lead_type, from_at) values ($1, $2, $3, 'LP', 'LEAD_PROFESSIONAL', $4::timestamptz)`,
          [episode, userId, agencyId, `${on}T00:00:00Z`],
        ],
      );
    }
  }
}

const strike = (event) => [
  `update app.note set struck_at = sec.now(), struck_reason = 'Written twice', struck_by = author_id where id = $1`,
  [event.id],
];

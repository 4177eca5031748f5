import { randomUUID } from 'node:crypto';

/** People of one agency, all on the team of one case with a meeting to come. */
export async function makePeople(admin, count) {
  const agency = await one(
    admin,
    `insert into app.agency (name, kind, report_group, in_agreement_from) values ('Prove', 'SCHOOL', 'Schools', '2020-01-01') returning id`,
  );
  const people = [];
  for (let n = 0; n < count; n += 1) {
    const id = await one(
      admin,
      `insert into app.app_user (full_name, email, vetting_valid_to, training_valid_to)
       values ($1, $2, '2099-01-01', '2099-01-01') returning id`,
      [`Person ${n}`, `person${n}@work.example`],
    );
    await admin.query(
      `insert into app.membership (user_id, agency_id, role, job_title, professional_role, valid_from)
       values ($1, $2, 'PRACT', 'Worker', 'OTHER', '2020-01-01')`,
      [id, agency],
    );
    people.push(id);
  }
  return { people, ...(await makeMeeting(admin, { agency, people })) };
}

async function makeMeeting(admin, { agency, people }) {
  const { Rows, addAgreement, ORDINARY } = await import('../../../api/dist/testing.js');
  const rows = new Rows();
  const [lead] = people;
  const [episode, child, mother, meeting] = Array.from({ length: 4 }, () => randomUUID());
  const born = { dob_status: 'VERIFIED', date_of_birth: '2016-05-05', family_name: 'Prove' };
  rows.add('app.person', { id: child, kind: 'CHILD', given_names: 'Child', sex: 'UNKNOWN', ...born });
  rows.add('app.person', {
    id: mother,
    kind: 'ADULT',
    given_names: 'Mother',
    sex: 'FEMALE',
    ...born,
    date_of_birth: '1990-01-01',
  });
  rows.add('app.relationship', {
    id: randomUUID(),
    child_id: child,
    person_id: mother,
    kind: 'MOTHER',
    has_pr: 'YES',
    pr_basis: 'MOTHER',
  });
  rows.add('app.episode', {
    id: episode,
    ref: 'PROVE-1',
    type: 'CHILD',
    state: 'PLAN_ACTIVE',
    source_of_concern: 'OWN_AGENCY',
    initiating_agency_id: agency,
    locality: 'NORTH',
    opened_on: '2026-01-05',
    agreed_on: '2026-01-05',
    created_by: lead,
  });
  rows.add('app.episode_subject', {
    id: randomUUID(),
    episode_id: episode,
    person_id: child,
    role: 'CHILD_SUBJECT',
    position: 0,
  });
  for (const user_id of people)
    rows.add('app.edge', {
      id: randomUUID(),
      episode_id: episode,
      user_id,
      agency_id: agency,
      kind: user_id === lead ? 'LP' : 'TACM',
      lead_type: user_id === lead ? 'LEAD_PROFESSIONAL' : null,
      professional_role: 'OTHER',
      from_at: '2026-01-05T08:00:00Z',
      until_at: 'infinity',
      read_until: 'infinity',
    });
  addAgreement(rows, {
    consentId: randomUUID(),
    lineId: () => randomUUID(),
    episodeId: episode,
    subjectId: child,
    giverId: mother,
    capacity: 'PARENT_PR',
    services: [agency],
    categories: ORDINARY,
    purposes: ['ASSESS', 'COORDINATE'],
    decision: 'GIVEN',
    givenAt: '2026-01-05T09:00:00.000Z',
    validFrom: '2026-01-05',
    expiresOn: null,
    recordedBy: lead,
    recordedByAgency: agency,
  });
  rows.add('app.meeting', {
    id: meeting,
    episode_id: episode,
    subject_id: child,
    category: 'MEETING',
    source_agency_id: agency,
    author_id: lead,
    named_worker_ids: [],
    created_by: lead,
    type: 'REVIEW_TAC',
    status: 'PLANNED',
    planned_at: '2099-03-24T15:45:00Z',
    mode: 'IN_PERSON',
  });
  for (const user_id of people)
    rows.add('app.invitation', {
      id: randomUUID(),
      meeting_id: meeting,
      episode_id: episode,
      subject_id: child,
      category: 'MEETING',
      source_agency_id: agency,
      author_id: lead,
      named_worker_ids: [],
      created_by: lead,
      user_id,
      agency_id: agency,
      professional_role: 'OTHER',
      is_family: false,
      required: true,
      invited_on: '2026-01-06',
    });
  await rows.write((sql, values) => admin.query(sql, values));
  return { episode, meeting };
}

const one = async (admin, sql, values = []) => (await admin.query(sql, values)).rows[0].id;

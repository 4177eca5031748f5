import { createHash } from 'node:crypto';
import { addAgreement, CaseRows, DEMO_SECRET, FileCipher, ORDINARY, type Rows } from '@encircle/api/testing';
import { addDays, londonInstant } from '@encircle/shared/dates';
import { fixtureId } from '@encircle/shared/fixture';
import { closedWindowEnd, DEFAULT_SETTINGS, type Category } from '@encircle/shared/policy';
import { SITUATION_LIST, type Situation } from './situations.js';

/** Who is where, for the rows of every case. */
export interface Cast {
  /** Agency and user of each worker by key. */
  worker(key: string): { userId: string; agencyId: string };
}

/** The people of a situation's family. */
export const familyOf = (key: string): Record<'child' | 'mother' | 'stepfather', string> => ({
  child: fixtureId('situation-child', key),
  mother: fixtureId('situation-mother', key),
  stepfather: fixtureId('situation-stepfather', key),
});

/** A surname nobody else has; names have no digits and no hyphens at their ends. */
export const surnameOf = (key: string): string => `Sur${key.replace(/-/g, '')}son`;

export const refOf = (key: string): string => `S-${key.toUpperCase()}-1`;

export const bornOf = (key: string): string =>
  addDays(
    '2016-06-10',
    SITUATION_LIST.findIndex((each) => each.key === key),
  );

export const caseOf = (key: string): string => fixtureId('situation-case', key);

/** Every kind of information there is a row of content for; the strictest ones are about somebody of the family. */
export const KINDS: readonly Category[] = [
  ...(ORDINARY as readonly Category[]),
  'SENS_SH',
  'SENS_MH',
  'SENS_SM',
  'ADULT',
  'OFFENCE',
  'DV',
  'THIRD',
  'SAFE',
  'PRIVATE',
  'IMMIG',
];
const OPENED = '2026-01-05';

/** One family and its whole record. Words are plain; `stamp` makes each of them one of a kind. */
export function addCase(rows: Rows, cast: Cast, situation: Situation, position: number): void {
  addFamily(rows, situation.key, position);
  addEpisode(rows, cast, situation);
  addPlaces(rows, cast, situation);
  addAnswers(rows, cast, situation);
  addRecord(rows, cast, situation.key);
  addProtection(rows, cast, situation);
}

function addFamily(rows: Rows, key: string, position: number): void {
  const { child, mother, stepfather } = familyOf(key);
  const person = (id: string, kind: string, given: string, born: string): void => {
    rows.add('app.person', {
      id,
      kind,
      given_names: given,
      family_name: surnameOf(key),
      preferred_name: given,
      pronouns: 'they',
      date_of_birth: born,
      dob_status: 'VERIFIED',
      sex: 'FEMALE',
    });
    rows.add('app.address', {
      id: fixtureId('situation-address', id),
      person_id: id,
      kind: 'HOME',
      lines: 'Lantern House',
      postcode: 'QX4 7AA',
      valid_from: '2020-01-01',
    });
    rows.add('app.contact_point', {
      id: fixtureId('situation-phone', id),
      person_id: id,
      kind: 'PHONE',
      value: '07700 900317',
    });
    rows.add('app.other_name', {
      id: fixtureId('situation-other-name', id),
      person_id: id,
      kind: 'AKA',
      given_names: given,
      family_name: 'Other',
    });
  };
  person(child, 'CHILD', 'Child', bornOf(key));
  person(mother, 'ADULT', 'Mother', '1990-02-14');
  person(stepfather, 'ADULT', 'Stepfather', '1988-02-14');
  rows.add('app.setting', {
    id: fixtureId('situation-school', key),
    person_id: child,
    kind: 'SCHOOL',
    name: 'Northway Primary',
    valid_from: '2020-09-01',
  });
  rows.add('app.identifier', {
    id: fixtureId('situation-upn', key),
    person_id: child,
    kind: 'LOCAL',
    value: `L${1000 + position}`,
    status: 'VERIFIED',
  });
  rows.add('app.person_fact', {
    id: fixtureId('situation-fact', key),
    person_id: child,
    category: 'IDENT',
    key: 'firstLanguage',
    value: JSON.stringify('English'),
  });
  for (const [person_id, kind, pr, portal] of [
    [mother, 'MOTHER', 'YES', 'VERIFIED'],
    [stepfather, 'STEP_PARENT', 'NO', 'NONE'],
  ] as const)
    rows.add('app.relationship', {
      id: fixtureId('situation-tie', `${key} ${kind}`),
      child_id: child,
      person_id,
      kind,
      has_pr: pr,
      pr_basis: pr === 'YES' ? 'MOTHER' : null,
      lives_with: 'FULL_TIME',
      portal,
      contact_restriction: 'None',
      involvement: 'Every day',
    });
}

function addEpisode(rows: Rows, cast: Cast, { key, state, closedOn, withdrawnOn }: Situation): void {
  const lead = cast.worker('lead');
  rows.add('app.episode', {
    id: caseOf(key),
    ref: refOf(key),
    type: 'CHILD',
    state: state ?? 'PLAN_ACTIVE',
    source_of_concern: 'OWN_AGENCY',
    initiating_agency_id: lead.agencyId,
    locality: 'NORTH',
    opened_on: closedOn ? '2024-01-08' : OPENED,
    agreed_on: closedOn ? '2024-01-15' : '2026-01-12',
    plan_agreed_on: closedOn ? '2024-02-12' : '2026-02-12',
    next_review_on: '2026-03-24',
    closed_on: closedOn ?? null,
    closed_at: closedOn ? londonInstant(closedOn, '16:00') : null,
    closure_reason: closedOn ? 'NEEDS_MET' : null,
    withdrawn_at: withdrawnOn ? londonInstant(withdrawnOn, '18:30') : null,
    created_by: lead.userId,
    created_at: londonInstant(closedOn ? '2024-01-08' : OPENED, '09:00'),
  });
  rows.add('app.episode_subject', {
    id: fixtureId('situation-subject', key),
    episode_id: caseOf(key),
    person_id: familyOf(key).child,
    role: 'CHILD_SUBJECT',
    position: 0,
  });
}

/** Kind of place each role takes on a case. */
const TASKS = [
  ['caf-team', 'CAFC_TASK'],
  ['hub', 'MASH_CONCERN'],
  ['panel', 'PANEL_AGENDA'],
  ['auditor', 'AUDIT'],
  ['officer', 'IGO_TASK'],
  ['guest', 'TACM'],
] as const;

function addPlaces(rows: Rows, cast: Cast, situation: Situation): void {
  const { key, place, closedOn, state } = situation;
  const from = londonInstant(closedOn ? '2024-01-08' : OPENED, '00:00');
  const until = place === 'ENDED' ? londonInstant('2026-02-16', '00:00') : 'infinity';
  const closedAt = closedOn ? londonInstant(closedOn, '16:00') : null;
  const add = (who: string, kind: string, to = until): void => {
    rows.add('app.edge', {
      id: fixtureId('situation-edge', `${key} ${who} ${kind}`),
      episode_id: caseOf(key),
      user_id: cast.worker(who).userId,
      agency_id: cast.worker(who).agencyId,
      kind,
      lead_type: kind === 'LP' ? 'LEAD_PROFESSIONAL' : null,
      professional_role: 'OTHER',
      categories: kind === 'MASH_CONCERN' ? ['CHILD', 'IDENT'] : [],
      person_id: kind === 'IGO_TASK' ? familyOf(key).child : null,
      from_at: from,
      until_at: to,
      read_until: closedAt
        ? closedWindowEnd(kind === 'LP' || kind === 'AUTHOR' ? 'LP' : 'TACM', closedAt, DEFAULT_SETTINGS)
        : 'infinity',
      ended_reason: to === 'infinity' ? null : 'Left the service',
    });
  };
  add('lead', 'AUTHOR', 'infinity');
  if (place !== 'LP') add('lead', 'LP', 'infinity');
  add('specialist', 'TACM', 'infinity');
  if (place === 'NONE') return;
  add('practitioner', place === 'LP' ? 'LP' : 'TACM');
  if (state !== 'ARCHIVED') for (const [who, kind] of TASKS) add(who, kind);
}

function addAnswers(rows: Rows, cast: Cast, situation: Situation): void {
  const { key, answer, closedOn } = situation;
  const { child, mother } = familyOf(key);
  const lead = cast.worker('lead');
  const validFrom = closedOn ? '2024-01-15' : '2026-01-12';
  const agreement = (
    part: string,
    over: { services?: string[]; people?: string[]; categories: readonly Category[] },
    decision: 'GIVEN' | 'REFUSED' | 'NOT_SOUGHT' = 'GIVEN',
    purposes: readonly ('ASSESS' | 'COORDINATE' | 'PANEL')[] = ['ASSESS', 'COORDINATE'],
  ): void =>
    addAgreement(rows, {
      consentId: fixtureId('situation-consent', `${key} ${part}`),
      lineId: (recipient, category) => fixtureId('situation-line', `${key} ${part} ${recipient} ${category}`),
      episodeId: caseOf(key),
      subjectId: child,
      giverId: mother,
      capacity: 'PARENT_PR',
      services: over.services ?? [],
      people: over.people ?? [],
      categories: over.categories,
      purposes,
      decision,
      givenAt: londonInstant(validFrom, '15:40'),
      validFrom,
      expiresOn: situation.expiresOn ?? (closedOn ? addDays(closedOn, 90) : '2027-01-11'),
      withdrawnAt: situation.withdrawnOn ? londonInstant(situation.withdrawnOn, '18:30') : null,
      recordedBy: lead.userId,
      recordedByAgency: lead.agencyId,
    });
  agreement('all', {
    services: [cast.worker('lead').agencyId, cast.worker('specialist').agencyId],
    categories: ORDINARY,
  });
  agreement(
    'own',
    { services: [cast.worker('practitioner').agencyId], categories: ORDINARY },
    answer ?? 'GIVEN',
  );
  agreement('panel', { services: [cast.worker('panel').agencyId], categories: ORDINARY }, 'GIVEN', ['PANEL']);
  agreement('mind', { people: [lead.userId], categories: ['SENS_MH'] });
}

const ON = '2026-02-12';

/** Where the practitioner has been asked to lead. */
const ASKED_TO_LEAD = new Set(['member', 'refused', 'shielded', 'sealed', 'blocked']);

/** A row behind every noun an address may hold, and words of every kind of information. */
function addRecord(rows: Rows, cast: Cast, key: string): void {
  const { child, mother } = familyOf(key);
  const c = new CaseRows(rows, caseOf(key), child, 'situation');
  const lead = cast.worker('lead');
  const own = (kind: string): string => fixtureId(`situation-${kind}`, key);
  for (const category of KINDS) {
    const about = category === 'ADULT' || category === 'DV' ? { about: mother } : {};
    const named = category === 'PRIVATE' ? { named: [lead.userId] } : {};
    const by = cast.worker(category.startsWith('SENS_') ? 'specialist' : 'witness');
    c.add(
      'app.note',
      category,
      by,
      ON,
      { kind: 'OTHER', event_on: ON, text: 'A note', said_by: 'Somebody' },
      { ...about, ...named },
    );
    c.add(
      'app.case_fact',
      category,
      by,
      ON,
      {
        kind: category === 'CHILD' ? 'OWN_WORDS' : 'STANDING',
        said_on: ON,
        body: { title: 'A fact', text: 'A fact', saidBy: 'Somebody' },
      },
      { ...about, ...named },
    );
  }
  c.add('app.episode_move', 'INVOLVE', lead, ON, {
    transition: 'T16',
    from_state: 'TAC_PLANNED',
    to_state: 'PLAN_ACTIVE',
    happened_on: ON,
    reason: 'A reason',
    recorded: {},
  });
  const nominee = cast.worker(ASKED_TO_LEAD.has(key) ? 'practitioner' : 'specialist');
  rows.add('app.nomination', {
    id: own('nomination'),
    episode_id: caseOf(key),
    nominee_id: nominee.userId,
    nominee_agency_id: nominee.agencyId,
    lead_type: 'LEAD_PROFESSIONAL',
    status: 'PROPOSED',
    family_preference: 'A preference',
    message: 'A message',
    created_by: lead.userId,
  });
  addDocument(c, cast, own);
  addAssessment(c, cast, own);
  addMeeting(c, cast, own, mother);
  addPlan(c, cast, own, child, mother);
}

type Own = (kind: string) => string;

/** The word inside a document's file, made as the words beside it are. */
export const wordInFile = (id: string): string =>
  `zq${[...createHash('md5').update(`${id}.ciphertext`).digest('hex').slice(0, 12)]
    .map((digit) => (digit >= '0' && digit <= '9' ? 'ghijklmnop'[Number(digit)] : digit))
    .join('')}`;

const cipher = new FileCipher({ secret: DEMO_SECRET });
const hex = (bytes: Buffer): string => `\\x${bytes.toString('hex')}`;

function addDocument(c: CaseRows, cast: Cast, own: Own): void {
  const id = own('document');
  const file = Buffer.from(`A letter ${wordInFile(id)}`);
  const { nonce, ciphertext, keyVersion } = cipher.seal(id, file);
  c.add('app.document', 'CHILD', cast.worker('lead'), ON, {
    id,
    title: 'A drawing',
    own_work: true,
    kind: 'TXT',
    bytes: file.length,
    state: 'CLEAN',
    nonce: hex(nonce),
    ciphertext: hex(ciphertext),
    key_version: keyVersion,
  });
}

function addAssessment(c: CaseRows, cast: Cast, own: Own): void {
  const lead = cast.worker('lead');
  c.add('app.assessment', 'INVOLVE', lead, ON, {
    id: own('assessment'),
    version_no: 1,
    form_code: 'caf',
    form_version: 'v1',
    status: 'DRAFT',
    started_on: ON,
  });
  for (const [section, category, body] of [
    ['D04', 'CHILD', { status: 'ASSESSED', strengths: 'A strength', needs: 'A need' }],
    ['P03', 'PARENTING', { status: 'ASSESSED', strengths: 'A strength', needs: 'A need' }],
    ['D02', 'SENS_MH', { sensitiveText: 'A need' }],
  ] as const)
    c.add('app.answer', category, category === 'SENS_MH' ? cast.worker('specialist') : lead, ON, {
      assessment_id: own('assessment'),
      section,
      body,
    });
}

function addMeeting(c: CaseRows, cast: Cast, own: Own, mother: string): void {
  const lead = cast.worker('lead');
  c.add('app.meeting', 'MEETING', lead, ON, {
    id: own('meeting'),
    type: 'REVIEW_TAC',
    status: 'PLANNED',
    planned_at: londonInstant('2026-03-24', '15:45'),
    duration_minutes: 45,
    mode: 'IN_PERSON',
    chair_id: lead.userId,
    asked_by: 'Somebody',
    due_on: '2026-03-27',
  });
  c.add('app.meeting_place', 'MEETING', lead, ON, { meeting_id: own('meeting'), place: 'Northway library' });
  const guest = (who: { userId: string; agencyId: string } | null, part: string): string =>
    c.add('app.invitation', 'MEETING', lead, ON, {
      id: own(part),
      meeting_id: own('meeting'),
      user_id: who?.userId ?? null,
      person_id: who ? null : mother,
      agency_id: who?.agencyId ?? null,
      professional_role: who ? 'OTHER' : null,
      is_family: !who,
      required: true,
      reason: 'A reason',
      invited_on: ON,
      rsvp: 'COMING',
      rsvp_note: 'A word back',
    });
  guest(cast.worker('practitioner'), 'invitation');
  guest(cast.worker('specialist'), 'invitation-2');
  guest(null, 'invitation-3');
  for (const [category, by] of [
    ['MEETING', lead],
    ['SENS_MH', cast.worker('specialist')],
  ] as const)
    c.add('app.minute', category, by, ON, {
      id: category === 'MEETING' ? own('minute') : own('minute-2'),
      meeting_id: own('meeting'),
      kind: 'POINT',
      text: 'A minute',
      said_by: 'Somebody',
      position: 0,
    });
}

function addPlan(c: CaseRows, cast: Cast, own: Own, child: string, mother: string): void {
  const lead = cast.worker('lead');
  const add = (table: Parameters<CaseRows['add']>[0], row: Record<string, unknown>): string =>
    c.add(table, 'PLAN', lead, ON, row);
  add('app.plan', {
    id: own('plan'),
    version_no: 1,
    status: 'AGREED',
    agreed_on: ON,
    contingency: 'If not, then so',
  });
  for (const person_id of [child, mother])
    add('app.plan_agreement', { plan_id: own('plan'), person_id, agreed: 'AGREED' });
  add('app.outcome', {
    id: own('outcome'),
    plan_id: own('plan'),
    position: 0,
    need: 'A need',
    element_code: 'D04',
    statement: 'An outcome',
    agreed_with: ['child'],
    measure: 'A measure',
    scale_low: 0,
    scale_high: 10,
    low_words: 'low',
    high_words: 'high',
    better: 'HIGHER',
    rater: 'Somebody',
    baseline_value: 3,
    baseline_on: ON,
    target_value: 8,
    target_on: '2026-07-17',
    status: 'OPEN',
  });
  add('app.rating', { outcome_id: own('outcome'), value: 4, rated_on: ON, rater: 'Somebody' });
  add('app.action', {
    id: own('action'),
    plan_id: own('plan'),
    outcome_id: own('outcome'),
    position: 0,
    text: 'An action',
    owner_user_id: cast.worker('practitioner').userId,
    owner_agency_id: cast.worker('practitioner').agencyId,
    by_when: '2026-03-20',
    status: 'AGREED',
  });
  add('app.action_comment', { action_id: own('action'), text: 'A comment' });
  add('app.review', {
    review_no: 1,
    due_on: '2026-03-27',
    held_on: '2026-03-06',
    level: 3,
    what_next: 'CONTINUE_SAME_LP',
    child_comment: 'A comment',
    parent_comment: 'A comment',
  });
}

function addProtection(rows: Rows, cast: Cast, { key, shield, listed, blocked }: Situation): void {
  const { child } = familyOf(key);
  const from = '2026-01-05T00:00:00Z';
  const block = (who: string): void => {
    rows.add('app.conflict_block', {
      id: fixtureId('situation-block', `${key} ${who}`),
      person_id: child,
      user_id: cast.worker(who).userId,
      reason: 'Related to the family',
      from_at: from,
    });
  };
  const staff = ['practitioner', 'manager', 'caf-team', 'hub', 'panel', 'auditor', 'officer', 'guest'];
  if (shield) {
    const id = fixtureId('situation-shield', key);
    rows.add('app.shield', {
      id,
      person_id: child,
      kind: shield,
      household_person_ids: [familyOf(key).stepfather],
      protected_person_ids: [familyOf(key).mother],
      ground: shield === 'SEAL' ? 'OPENED_IN_ERROR' : 'DOMESTIC_ABUSE',
      from_at: from,
      review_on: '2026-04-25',
    });
    for (const who of ['lead', 'specialist', ...(listed ? staff : [])])
      rows.add('app.shield_member', {
        id: fixtureId('situation-shield-member', `${key} ${who}`),
        shield_id: id,
        user_id: cast.worker(who).userId,
        from_at: from,
      });
  }
  if (blocked) for (const who of staff) block(who);
}

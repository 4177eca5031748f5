import 'reflect-metadata';
import { instantsOfLine, windowsAtWithdrawal } from '@encircle/shared/consents';
import { addDays, addWorkingDays, londonDate, londonStartOfDay } from '@encircle/shared/dates';
import { CATEGORIES, ORDINARY_CATEGORIES, PURPOSES_OF_ROLE } from '@encircle/shared/policy';
import { chooser } from './chooser.mjs';

/** Moments at which mistakes about time show: ordinary days, both clock changes, a leap day, a day before a holiday. */
const NOWS = [
  '2026-03-16T10:00:00.000Z',
  '2026-03-16T10:00:00.000Z',
  '2026-03-29T00:59:59.999Z',
  '2026-03-29T01:00:00.000Z',
  '2026-10-25T00:30:00.000Z',
  '2026-10-25T01:30:00.000Z',
  '2028-02-29T12:00:00.000Z',
  '2027-03-01T00:00:00.000Z',
  '2026-06-09T23:00:00.000Z',
  '2026-12-24T16:00:00.000Z',
];
const STORED = CATEGORIES.filter((category) => category !== 'LOG' && category !== 'AGG');
const SENSITIVE = ['SENS_SH', 'SENS_MH', 'SENS_SM'];
const OWN = ['ADULT', 'OFFENCE', 'DV', 'IMMIG'];
const DAY = 86_400_000;

/**
 * @typedef {import('@encircle/shared/policy').BaseRole} Role
 * @typedef {import('@encircle/shared/policy').Purpose} Purpose
 * @typedef {{ id: string, token: string, userId: string, agencyId: string | null, personId: string | null, role: Role, purposes: Purpose[], reason: string | null }} Hat
 * @typedef {{ id: string, episodeId: string, category: import('@encircle/shared/policy').Category, authorId: string | null, agencyId: string | null }} Note
 * @typedef {{ seed: number, now: string, hats: Hat[], items: Note[], episodes: { id: string }[] } & Record<string, unknown>} World
 */

/**
 * One generated borough of a few families, as rows. The same seed gives the same world.
 * @param {number} seed
 * @param {{ unhurried?: boolean }} [how] unhurried: nothing begins or ends in the world's next seconds
 * @returns {World}
 */
export function makeWorld(seed, { unhurried = false } = {}) {
  const c = chooser(seed);
  const now = c.of(NOWS);
  const at = (ms) => new Date(Date.parse(now) + ms).toISOString();
  const today = londonDate(now);
  const moments = {
    /** A moment that has come, often just now. */
    past: () =>
      c.of([
        at(0),
        at(-1),
        at(-1000),
        at(-3_600_000),
        at(-DAY),
        at(-3 * DAY),
        at(-9 * DAY),
        at(-20 * DAY),
        at(-400 * DAY),
      ]),
    future: () => c.of([...(unhurried ? [] : [at(1), at(1000)]), at(3_600_000), at(2 * DAY), at(300 * DAY)]),
    /** Some working days ago, at a day's edge: where the read-only windows end. */
    window: () => {
      const day = addWorkingDays(today, -c.of([9, 10, 10, 11]));
      return c.of([
        londonStartOfDay(day),
        new Date(Date.parse(londonStartOfDay(addDays(day, 1))) - 1).toISOString(),
      ]);
    },
  };
  const period = (lively = 0.7) => {
    if (c.chance(lively)) return { from: at(-200 * DAY), to: c.chance(0.8) ? null : moments.future() };
    const from = c.of([moments.past(), at(-100 * DAY), moments.future()]);
    const to = c.of([null, moments.past(), moments.future(), at(0)]);
    return { from, to: to !== null && to > from ? to : null };
  };
  const w = {
    seed,
    now,
    today,
    agencies: [],
    users: [],
    hats: [],
    people: [],
    relationships: [],
    episodes: [],
    subjects: [],
    edges: [],
    lines: [],
    sensitive: [],
    competence: [],
    orders: [],
    shields: [],
    blocks: [],
    grants: [],
    items: [],
  };
  const id = c.id;
  const tools = { c, at, soon: at(unhurried ? 3_600_000 : 1), today, moments, period, id, w };

  for (let n = c.between(3, 6); n > 0; n -= 1) w.agencies.push({ id: id(), name: `Agency ${n} of ${seed}` });
  people(tools);
  workers(tools);
  for (const family of w.families) for (let n = c.chance(0.3) ? 2 : 1; n > 0; n -= 1) episode(tools, family);
  return w;
}

/** Two or three families: parents, children whose birthdays fall about today. */
function people({ c, at, moments, id, today, w }) {
  w.families = [];
  const heldUntil = () => c.of([at(-190 * DAY), at(-30 * DAY), at(-12 * DAY), moments.past()]);
  const birthday = () => {
    const years = c.of([3, 9, 11, 12, 14, 15, 16, 17, 18]);
    const day = addDays(today, c.of([-1, 0, 1, 40, -200]));
    const shifted = `${Number(day.slice(0, 4)) - years}${day.slice(4)}`;
    return c.chance(0.1)
      ? '2012-02-29'
      : shifted.endsWith('02-29')
        ? `${shifted.slice(0, 4)}-02-28`
        : shifted;
  };
  for (let f = c.between(2, 3); f > 0; f -= 1) {
    const mother = { id: id(), kind: 'ADULT', dob: null };
    const father = { id: id(), kind: 'ADULT', dob: null };
    const other = { id: id(), kind: 'ADULT', dob: null };
    const children = Array.from({ length: c.between(1, 3) }, () => ({
      id: id(),
      kind: 'CHILD',
      dob: birthday(),
    }));
    if (c.chance(0.1)) children.push({ id: id(), kind: 'CHILD', dob: null, unborn: true });
    w.people.push(mother, father, other, ...children);
    const portal = () => c.of(['VERIFIED', 'VERIFIED', 'VERIFIED', 'NOT_ASKED', 'RISK', 'NONE']);
    for (const child of children) {
      w.relationships.push({
        id: id(),
        childId: child.id,
        personId: mother.id,
        kind: 'MOTHER',
        pr: 'YES',
        portal: portal(),
      });
      w.relationships.push({
        id: id(),
        childId: child.id,
        personId: father.id,
        kind: 'FATHER',
        portal: portal(),
        ...c.of([{ pr: 'YES' }, { pr: 'YES' }, { pr: 'NO' }, { pr: 'NO', prUntil: heldUntil() }]),
      });
      w.relationships.push({
        id: id(),
        childId: child.id,
        personId: other.id,
        kind: 'GRANDMOTHER',
        pr: 'NO',
        portal: 'NONE',
      });
    }
    w.families.push({ mother, father, other, children });
  }
}

/** A hat and the token of its one session. */
const identity = (id) => ({ id, token: id.replaceAll('-', '').padEnd(43, 'A') });

/** Workers of all roles and accounts of families; some wear two hats. */
function workers({ c, id, w }) {
  const hat = (user, role, agencyId) => {
    const one = {
      ...identity(id()),
      userId: user.id,
      role,
      agencyId,
      personId: user.personId ?? null,
      reason: null,
      purposes: [],
    };
    const may = PURPOSES_OF_ROLE[role];
    one.purposes = [...new Set([may.includes('COORDINATE') ? 'COORDINATE' : may[0], c.of(may)])];
    if (role === 'MASH') one.purposes = ['SAFEGUARD', 'COORDINATE'];
    one.reason = c.chance(0.6) ? 'Call from the school' : null;
    w.hats.push(one);
  };
  const roles = [
    'PRACT',
    'PRACT',
    'PRACT',
    'AMGR',
    'CAFC',
    c.of(['MASH', 'PANEL']),
    c.of(['AUDR', 'IGO', 'PANEL']),
  ];
  for (let n = c.between(0, 4); n > 0; n -= 1)
    roles.push(c.of(['PRACT', 'PRACT', 'CAFC', 'AUDR', 'IGO', 'MASH', 'AMGR']));
  for (const role of roles) {
    const user = { id: id(), name: `${role} ${w.users.length}` };
    w.users.push(user);
    hat(user, role, c.of(w.agencies).id);
    if (c.chance(0.15)) hat(user, c.of(['PRACT', 'AMGR', 'CAFC']), c.of(w.agencies).id);
  }
  for (const { mother, father, children } of w.families.slice(0, 2)) {
    for (const [person, role] of [
      [mother, 'PAR'],
      [father, c.of(['PAR', 'ADLT'])],
      [c.of(children), 'YP'],
    ]) {
      if (!c.chance(0.6)) continue;
      const user = { id: id(), name: `${role} ${w.users.length}`, personId: person.id };
      w.users.push(user);
      hat(user, role, null);
    }
  }
  w.staff = w.hats.filter((one) => one.agencyId !== null);
}

const STATES = [
  'PLAN_ACTIVE',
  'PLAN_ACTIVE',
  'PLAN_ACTIVE',
  'ASSESSING',
  'TAP',
  'PAUSED_STATUTORY',
  'CLOSED',
  'CLOSED',
  'CLOSED',
  'ARCHIVED',
  'ARCHIVED',
  'MERGED',
  'DISPOSED',
];

function episode(tools, family) {
  const { c, at, today, moments, id, w } = tools;
  const state = c.chance(0.7) ? 'PLAN_ACTIVE' : c.of(STATES);
  const closedAt =
    state === 'CLOSED' || (state === 'ARCHIVED' && c.chance(0.7))
      ? c.of([moments.past(), moments.window(), at(-370 * DAY)])
      : null;
  const e = {
    id: id(),
    state,
    agencyId: c.of(w.agencies).id,
    closedAt,
    withdrawnAt: c.chance(0.12) ? c.of([moments.past(), moments.window()]) : null,
    today,
  };
  w.episodes.push(e);
  const children = c.some(family.children);
  children.forEach((child, position) =>
    w.subjects.push({ id: id(), episodeId: e.id, personId: child.id, position }),
  );
  const inside = { ...tools, e, children, family, adults: [family.mother, family.father] };
  team(inside);
  agreement(inside);
  restrictions(inside);
  raises(inside);
  items(inside);
}

function team({ c, e, children, period, id, w, family }) {
  const open = new Set();
  const add = (one, kind, more = {}) => {
    const spell = period(0.75);
    const key = `${one.userId} ${kind}`;
    if (spell.to === null) {
      if (open.has(key) || (kind === 'LP' && open.has('LP'))) return;
      open.add(key).add(kind);
    }
    w.edges.push({
      id: id(),
      episodeId: e.id,
      userId: one.userId,
      agencyId: one.agencyId,
      kind,
      ...spell,
      ...more,
    });
  };
  for (const one of c.most(w.staff)) {
    if (one.role === 'AUDR') add(one, 'AUDIT', { categories: c.some(STORED, 4) });
    else if (one.role === 'IGO') add(one, 'IGO_TASK', { personId: c.of([...children, family.mother]).id });
    else if (one.role === 'PANEL') add(one, 'PANEL_AGENDA');
    else if (one.role === 'MASH') add(one, 'MASH_CONCERN', { categories: c.some(STORED, 6) });
    else if (one.role === 'CAFC') add(one, c.of(['CAFC_TASK', 'CAFC_TASK', 'BROKER_TASK', 'TACM']));
    else add(one, c.of(['LP', 'LP', 'TACM', 'TACM', 'AUTHOR']));
  }
  if (c.chance(0.1))
    add(c.of(w.staff), c.of(['AUDIT', 'IGO_TASK', 'PANEL_AGENDA', 'CAFC_TASK', 'MASH_CONCERN']), {
      categories: ['CHILD'],
    });
}

/** Acts of agreeing in the order they were made; each replaces what it answers anew, and some are taken back. */
function agreement({ c, e, children, adults, family, at, today, moments, id, w }) {
  const acts = [];
  const agencies = [
    ...new Set(w.edges.filter((edge) => edge.episodeId === e.id).map((edge) => edge.agencyId)),
  ];
  const workers = w.edges.filter((edge) => edge.episodeId === e.id);
  // First what most families agree to: every ordinary kind, for the services at work.
  for (const subject of children)
    for (const agencyId of agencies.slice(0, 3))
      if (c.chance(0.6))
        acts.push({
          id: id(),
          subjectId: subject.id,
          giverId: family.mother.id,
          aboutId: null,
          capacity: 'PARENT_PR',
          recipientType: 'SERVICE',
          recipientId: agencyId,
          kinds: ORDINARY_CATEGORIES,
          decision: 'GIVEN',
          givenAt: at(-190 * DAY),
          validFrom: londonDate(at(-190 * DAY)),
          expiresOn: c.weighted([
            [6, addDays(today, 200)],
            [3, c.of([addDays(today, -1), today, addWorkingDays(today, -10), addWorkingDays(today, -11)])],
          ]),
          purposes: ['ASSESS', 'COORDINATE'],
          history: c.chance(0.85),
        });
  for (let n = c.between(2, 6); n > 0; n -= 1) {
    const subject = c.of(children);
    const giver = c.of([family.mother, family.mother, family.mother, family.father, subject, family.other]);
    const kinds = c.weighted([
      [5, ORDINARY_CATEGORIES],
      [2, c.some(ORDINARY_CATEGORIES, 3)],
      [2, [c.of(SENSITIVE)]],
      [2, c.some(OWN, 2)],
      [1, c.some(STORED, 3)],
    ]);
    const about =
      kinds.some((kind) => !ORDINARY_CATEGORIES.includes(kind)) && c.chance(0.4) ? c.of(adults) : null;
    const person = c.chance(0.25) && workers.length > 0 ? c.of(workers).userId : null;
    const service = agencies.length > 0 && c.chance(0.85) ? c.of(agencies) : c.of(w.agencies).id;
    const givenAt = c.of([
      moments.past(),
      at(-190 * DAY),
      at(-30 * DAY),
      at(-12 * DAY),
      moments.past(),
      at(-5 * DAY),
    ]);
    const decision = c.weighted([
      [7, 'GIVEN'],
      [2, 'REFUSED'],
      [0.5, 'NOT_SOUGHT'],
    ]);
    const validFrom = c.weighted([
      [8, londonDate(givenAt)],
      [1, addDays(today, c.of([-1, 0, 1, 5]))],
    ]);
    const expires = c.weighted([
      [5, addDays(today, 200)],
      [1, null],
      [
        3,
        c.of([
          addDays(today, -1),
          today,
          addDays(today, 1),
          addWorkingDays(today, -10),
          addWorkingDays(today, -11),
        ]),
      ],
    ]);
    acts.push({
      id: id(),
      subjectId: subject.id,
      giverId: about && c.chance(0.6) ? about.id : giver.id,
      aboutId: about?.id ?? null,
      capacity: giver.id === subject.id ? 'SELF' : c.chance(0.05) ? 'LOCAL_AUTHORITY_PR' : 'PARENT_PR',
      recipientType: person ? 'PERSON' : 'SERVICE',
      recipientId: person ?? service,
      kinds,
      decision,
      givenAt,
      validFrom: validFrom < londonDate(givenAt) ? londonDate(givenAt) : validFrom,
      expiresOn: decision === 'GIVEN' && (expires === null || expires >= validFrom) ? expires : null,
      purposes: c.weighted([
        [6, ['ASSESS', 'COORDINATE']],
        [1, ['COORDINATE', 'PANEL', 'TRANSFER']],
        [1, ['ASSESS', 'COORDINATE', 'REFER', 'PANEL', 'EVALUATE', 'AUDIT']],
        [1, ['AUDIT', 'COORDINATE']],
      ]),
      history: c.chance(0.7),
    });
  }
  acts.sort((a, b) => (a.givenAt < b.givenAt ? -1 : 1));
  const live = new Map();
  for (const act of acts)
    for (const kind of act.kinds) {
      const aboutId = ORDINARY_CATEGORIES.includes(kind) ? null : act.aboutId;
      const times = instantsOfLine(act);
      const line = {
        ...act,
        aboutId,
        id: id(),
        actId: act.id,
        episodeId: e.id,
        category: kind,
        ...times,
        status: 'ACTIVE',
        endedAt: null,
      };
      const key = [line.subjectId, line.giverId, kind, line.recipientId, aboutId ?? line.subjectId].join();
      const before = live.get(key);
      if (before)
        Object.assign(before, { status: 'SUPERSEDED', endedAt: later(times.fromAt, before.fromAt) });
      live.set(key, line);
      w.lines.push(line);
    }
  w.acts = [...(w.acts ?? []), ...acts.map((act) => ({ ...act, episodeId: e.id }))];
  const given = [...live.values()].filter((line) => line.decision === 'GIVEN');
  const takeBack = (lines, when, scope) => {
    const { leadReadUntil } = windowsAtWithdrawal(scope, when);
    for (const line of lines)
      if (line.status === 'ACTIVE' && line.givenAt <= when)
        Object.assign(line, {
          status: 'WITHDRAWN',
          endedAt: later(when, line.fromAt),
          leadReadUntil: line.leadReadUntil < leadReadUntil ? line.leadReadUntil : leadReadUntil,
        });
  };
  if (e.withdrawnAt !== null && c.chance(0.7)) takeBack(given, e.withdrawnAt, 'ALL');
  if (given.length > 0 && c.chance(0.45)) {
    const one = c.of(given);
    const when = c.of([moments.past(), moments.window(), at(0), at(-2 * DAY)]);
    const scope = c.of(['ALL', 'SERVICE', 'SERVICE', 'CATEGORY']);
    takeBack(
      given.filter(
        (line) =>
          line.giverId === one.giverId &&
          (scope === 'ALL' ||
            (scope === 'SERVICE' ? line.recipientId === one.recipientId : line.category === one.category)),
      ),
      when,
      scope,
    );
  }
}

const later = (a, b) => (a > b ? a : b);

function restrictions({ c, children, adults, family, period, id, w }) {
  const child = c.of(children);
  const users = (n) => c.some(w.staff, n).map((one) => ({ id: id(), userId: one.userId, ...period(0.8) }));
  if (c.chance(0.15))
    w.shields.push({
      id: id(),
      kind: 'SHIELD',
      personId: child.id,
      protectedIds: c.chance(0.5) ? [family.mother.id] : [],
      householdIds: c.chance(0.5) ? [c.of(family.children).id] : [],
      members: users(3),
      ...period(0.8),
    });
  if (c.chance(0.06))
    w.shields.push({
      id: id(),
      kind: 'SEAL',
      personId: child.id,
      protectedIds: [],
      householdIds: [],
      members: users(3),
      ...period(0.8),
    });
  if (c.chance(0.15))
    w.blocks.push({ id: id(), personId: child.id, userId: c.of(w.staff).userId, ...period(0.7) });
  if (c.chance(0.3))
    w.competence.push({
      id: id(),
      personId: child.id,
      matters: c.some([...SENSITIVE, ...OWN, 'CHILD'], 4),
      competent: c.chance(0.75),
      by: c.of(w.staff).userId,
      ...period(0.8),
    });
  if (c.chance(0.2)) {
    const effect = c.of(['DISCLOSE', 'RESTRICT', 'CARE_ORDER']);
    const recipientId =
      effect === 'DISCLOSE'
        ? c.of([c.of(w.staff).userId, c.of(w.agencies).id])
        : effect === 'RESTRICT'
          ? c.of(adults).id
          : null;
    w.orders.push({
      id: id(),
      personId: child.id,
      effect,
      recipientId,
      categories: c.some(STORED, 8),
      ...period(0.7),
    });
  }
}

/** Recorded disclosures and emergency views (rules R13, R14), and what a family lets the team know of a sensitive service. */
function raises({ c, e, children, adults, at, soon, period, id, w }) {
  const subjectId = () => c.of([...children, ...children, c.of(adults)]).id;
  if (c.chance(0.2)) {
    const service = c.chance(0.5);
    w.grants.push({
      id: id(),
      episodeId: e.id,
      kind: 'DISCLOSURE',
      userId: service ? null : c.of(w.staff).userId,
      agencyId: service ? c.of(w.agencies).id : null,
      subjectId: subjectId(),
      categories: c.some(STORED, 8),
      purpose: c.of(['SAFEGUARD', 'COORDINATE']),
      ...ended(period(0.7), at),
    });
  }
  if (c.chance(0.3)) {
    const member = w.edges.filter((edge) => edge.episodeId === e.id);
    const userId = member.length > 0 && c.chance(0.7) ? c.of(member).userId : c.of(w.staff).userId;
    const from = c.of([
      at(0),
      at(-1000),
      at(-1_800_000),
      at(-3_600_000),
      soon,
      at(Date.parse(soon) - Date.parse(at(0)) - 3_600_000),
    ]);
    w.grants.push({
      id: id(),
      episodeId: e.id,
      kind: 'BREAK_GLASS',
      userId,
      agencyId: null,
      subjectId: subjectId(),
      categories: c.some(STORED, 8),
      purpose: c.of(['SAFEGUARD', 'COORDINATE']),
      from,
      to: new Date(Date.parse(from) + 3_600_000).toISOString(),
    });
  }
  if (c.chance(0.15)) {
    const child = c.of(children);
    w.sensitive.push({
      id: id(),
      episodeId: e.id,
      personId: child.id,
      giverId: c.of([child, c.of(adults)]).id,
      category: c.of(SENSITIVE),
      level: 'SL1',
      lineAgreed: c.chance(0.5),
      ...period(0.8),
    });
  }
}

const ended = (spell, at) => ({ ...spell, to: spell.to ?? at(90 * DAY) });

function items({ c, e, children, adults, at, moments, id, w }) {
  const team = w.edges.filter((edge) => edge.episodeId === e.id);
  for (let n = c.between(6, 10); n > 0; n -= 1) {
    const category = c.weighted([
      [6, c.of(ORDINARY_CATEGORIES)],
      [3, c.of([...SENSITIVE, ...OWN])],
      [2, c.of(['THIRD', 'PRIVATE', 'SAFE'])],
    ]);
    const author = c.chance(0.4) && team.length > 0 ? c.of(team) : c.of(w.staff);
    const adult = c.chance(ORDINARY_CATEGORIES.includes(category) ? 0.1 : 0.35) ? c.of(adults).id : null;
    w.items.push({
      id: id(),
      episodeId: e.id,
      subjectId: c.of(children).id,
      aboutId: adult,
      category,
      agencyId: c.chance(0.5) ? author.agencyId : null,
      authorId: c.chance(0.4) ? author.userId : null,
      named: category === 'PRIVATE' ? c.most(team).map((edge) => edge.userId) : [],
      at: c.of([moments.past(), at(-195 * DAY), at(-25 * DAY), at(-6 * DAY), at(-DAY)]),
    });
  }
}

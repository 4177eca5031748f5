import { addDays, londonDate } from '@encircle/shared/dates';
import { fixtureId, type ConsentLineRow, type Fixture } from '@encircle/shared/fixture';
import { closedWindowEnd, DEFAULT_SETTINGS, type Category } from '@encircle/shared/policy';
import { addAgreement, ORDINARY } from '../consent-rows.js';
import type { Rows } from '../rows.js';
import { AGENCY_KIND, reportGroup, ROLE_CODE } from './agency-kinds.js';

const STORY_BEGAN = '2020-01-06';

/** The people, episodes, agreements and items of the story as table rows: the fixture to the letter. */
export function addStory(rows: Rows, story: Fixture): void {
  addDirectory(rows, story);
  addPeople(rows, story);
  addEpisodes(rows, story);
  addAgreements(rows, story);
  addProtections(rows, story);
  addItems(rows, story);
}

function addDirectory(rows: Rows, { agencies, users, memberships }: Fixture): void {
  for (const a of agencies) {
    rows.add('app.agency', {
      id: a.id,
      name: a.name,
      kind: AGENCY_KIND[a.kind]?.kind ?? 'OTHER',
      report_group: reportGroup(a.kind, a.name),
      sensitive_class: AGENCY_KIND[a.kind]?.sensitive ?? 'NONE',
      phone: a.phone,
      in_agreement_from: STORY_BEGAN,
      in_agreement_to: a.inAgreement ? null : STORY_BEGAN,
    });
  }
  for (const u of users) {
    rows.add('app.app_user', {
      id: u.id,
      email: u.email,
      full_name: u.name,
      phone: u.phone || null,
      status: u.live ? 'LIVE' : 'DISABLED',
      person_id: u.personId,
      vetting_valid_to: u.vettingValidTo,
      training_valid_to: u.trainingValidTo,
    });
  }
  const byId = new Map(users.map((u) => [u.id, u]));
  for (const m of memberships) {
    const user = byId.get(m.userId);
    rows.add('app.membership', {
      id: m.id,
      user_id: m.userId,
      agency_id: m.agencyId,
      role: m.role,
      professional_role: ROLE_CODE[user?.professionalRole ?? ''] ?? user?.professionalRole ?? 'OTHER',
      job_title: user?.jobTitle || FAMILY_TITLE[m.role] || 'Worker',
      valid_from: londonDate(m.from),
      valid_to: m.to ? londonDate(m.to) : null,
    });
  }
}

const FAMILY_TITLE: Record<string, string> = { YP: 'Young person', PAR: 'Parent', ADLT: 'Family member' };

const RELATIONSHIP: Record<string, string> = {
  MOTHER: 'MOTHER',
  FATHER: 'FATHER',
  STEPFATHER: 'STEP_PARENT',
  GRANDMOTHER: 'GRANDPARENT',
  SIBLING: 'SIBLING',
};

function addPeople(rows: Rows, { people, relationships, agencies, anchor }: Fixture): void {
  const schools = new Map(agencies.map((a) => [a.id, a.name]));
  for (const p of people) {
    rows.add('app.person', {
      id: p.id,
      kind: p.kind === 'ADULT' ? 'ADULT' : 'CHILD',
      is_unborn: p.kind === 'UNBORN',
      given_names: p.kind === 'UNBORN' ? null : p.forename,
      family_name: p.kind === 'UNBORN' ? null : p.surname,
      preferred_name: p.kind === 'UNBORN' ? null : p.forename,
      pronouns: p.pronouns,
      date_of_birth: p.dob,
      dob_status: p.dob ? 'VERIFIED' : null,
      due_date: p.edd,
      mother_id:
        p.kind === 'UNBORN'
          ? (relationships.find((r) => r.childId === p.id && r.kind === 'MOTHER')?.personId ?? null)
          : null,
      sex: p.sex,
    });
    const own = (kind: string): string => fixtureId(kind, p.key);
    if (p.nhsNumber)
      rows.add('app.identifier', {
        id: own('nhs'),
        person_id: p.id,
        kind: 'NHS',
        value: p.nhsNumber,
        status: 'VERIFIED',
      });
    if (p.phone)
      rows.add('app.contact_point', { id: own('phone'), person_id: p.id, kind: 'PHONE', value: p.phone });
    if (p.postcode) {
      rows.add('app.address', {
        id: own('address'),
        person_id: p.id,
        kind: p.addressLine === 'Lantern House' ? 'REFUGE' : 'HOME',
        lines: p.addressLine,
        postcode: p.postcode,
        valid_from: addDays(anchor, -700),
      });
    }
    if (p.schoolId) {
      rows.add('app.setting', {
        id: own('school'),
        person_id: p.id,
        kind: 'SCHOOL',
        agency_id: p.schoolId,
        name: schools.get(p.schoolId) ?? 'School',
        valid_from: addDays(anchor, -560),
      });
    }
  }
  for (const r of relationships) {
    rows.add('app.relationship', {
      id: r.id,
      child_id: r.childId,
      person_id: r.personId,
      kind: RELATIONSHIP[r.kind] ?? 'OTHER',
      has_pr: r.hasPr ? 'YES' : 'NO',
      pr_basis: r.hasPr ? (r.kind === 'MOTHER' ? 'MOTHER' : 'REGISTERED_FATHER') : null,
      lives_with: r.livesWith ? 'FULL_TIME' : 'NO',
      is_carer: r.livesWith,
      portal: r.portalRisk ? 'RISK' : r.verifiedPortal ? 'VERIFIED' : r.notAsked ? 'NOT_ASKED' : 'NONE',
    });
  }
}

function addEpisodes(rows: Rows, { episodes, subjects, edges, users, memberships }: Fixture): void {
  const firstEdge = new Map(episodes.map((e) => [e.id, edges.find((x) => x.episodeId === e.id)]));
  const roleOf = new Map(
    users.map((u) => [u.id, ROLE_CODE[u.professionalRole ?? ''] ?? u.professionalRole ?? 'OTHER']),
  );
  for (const e of episodes) {
    const first = firstEdge.get(e.id);
    const open = !['CLOSED', 'ARCHIVED'].includes(e.state);
    const active = e.state === 'PLAN_ACTIVE';
    rows.add('app.episode', {
      id: e.id,
      ref: e.reference,
      type: e.type === 'FAMILY' ? 'FAMILY' : 'CHILD',
      state: e.state,
      source_of_concern: 'OWN_AGENCY',
      initiating_agency_id: first?.agencyId,
      locality: 'Harbour',
      opened_on: e.openedOn,
      agreed_on: active || !open ? addDays(e.openedOn, 7) : null,
      completed_on: active || !open ? addDays(e.openedOn, 25) : null,
      plan_agreed_on: active || !open ? addDays(e.openedOn, 38) : null,
      next_review_on: active ? addDays(e.openedOn, 38 + 42) : null,
      closed_on: e.closedAt ? londonDate(e.closedAt) : null,
      closed_at: e.closedAt,
      closure_reason: e.closureReason,
      withdrawn_at: e.withdrawnAt,
      legal_hold: e.legalHold,
      created_by: first?.userId,
      created_at: `${e.openedOn}T09:00:00Z`,
    });
    addLevel(
      rows,
      e.id,
      subjects.find((s) => s.episodeId === e.id)?.personId ?? null,
      e.levelOfNeed,
      first,
      e.openedOn,
    );
  }
  for (const [position, s] of subjects.entries()) {
    rows.add('app.episode_subject', {
      id: s.id,
      episode_id: s.episodeId,
      person_id: s.personId,
      role: 'CHILD_SUBJECT',
      position,
    });
  }
  const closedAt = new Map(episodes.map((e) => [e.id, e.closedAt]));
  for (const x of edges) {
    const ended = closedAt.get(x.episodeId);
    rows.add('app.edge', {
      id: x.id,
      episode_id: x.episodeId,
      user_id: x.userId,
      agency_id: x.agencyId,
      kind: x.kind,
      lead_type:
        x.kind === 'LP'
          ? memberships.some((m) => m.userId === x.userId) && roleOf.get(x.userId) === 'FIP_KEY_WORKER'
            ? 'KEY_WORKER'
            : 'LEAD_PROFESSIONAL'
          : null,
      professional_role: roleOf.get(x.userId) ?? 'OTHER',
      categories: x.categories ?? [],
      person_id: x.personId ?? null,
      from_at: x.from,
      until_at: x.to ?? 'infinity',
      read_until: ended
        ? closedWindowEnd(x.kind === 'TACM' ? 'TACM' : 'LP', ended, DEFAULT_SETTINGS)
        : 'infinity',
    });
  }
}

function addLevel(
  rows: Rows,
  episodeId: string,
  subjectId: string | null,
  level: number,
  first: { userId: string; agencyId: string } | undefined,
  on: string,
): void {
  rows.add('app.case_fact', {
    id: fixtureId('level', episodeId),
    episode_id: episodeId,
    subject_id: subjectId,
    category: 'CHILD',
    source_agency_id: first?.agencyId,
    author_id: first?.userId,
    created_by: first?.userId,
    created_at: `${on}T10:00:00Z`,
    kind: 'LEVEL',
    body: { level },
    said_on: on,
  });
}

const CAPACITY: Record<string, 'SELF' | 'PARENT_PR' | 'MOTHER_OF_UNBORN' | 'LOCAL_AUTHORITY_PR'> = {
  SELF: 'SELF',
  PR_HOLDER: 'PARENT_PR',
  MOTHER_OF_UNBORN: 'MOTHER_OF_UNBORN',
  LA_CARE_ORDER: 'LOCAL_AUTHORITY_PR',
};

function addAgreements(rows: Rows, story: Fixture): void {
  const children = new Set(story.subjects.map((s) => `${s.episodeId} ${s.personId}`));
  for (const line of story.consentLines) addLine(rows, story, line, children);
}

/** A line about an adult's own data hangs on the first child of the episode and names the adult. */
function addLine(rows: Rows, story: Fixture, line: ConsentLineRow, children: ReadonlySet<string>): void {
  // A child keeping something from a parent is the policy's own rule; the table knows services and workers.
  if (
    !story.agencies.some((a) => a.id === line.recipientId) &&
    !story.users.some((u) => u.id === line.recipientId)
  )
    return;
  const isChild = children.has(`${line.episodeId} ${line.subjectId}`);
  const author =
    story.edges.find((e) => e.episodeId === line.episodeId && e.kind === 'AUTHOR') ??
    story.edges.find((e) => e.episodeId === line.episodeId);
  const subjectId = isChild
    ? line.subjectId
    : (story.subjects.find((s) => s.episodeId === line.episodeId)?.personId ?? line.subjectId);
  addAgreement(rows, {
    consentId: fixtureId('consent', line.id),
    lineId: (_recipient, category) => fixtureId('consent-line', `${line.id} ${category}`),
    episodeId: line.episodeId,
    subjectId,
    aboutPersonId: isChild ? null : line.subjectId,
    giverId: line.giverId,
    capacity: CAPACITY[line.giverCapacity] ?? 'PARENT_PR',
    services: line.recipientType === 'SERVICE' ? [line.recipientId] : [],
    people: line.recipientType === 'PERSON' ? [line.recipientId] : [],
    categories: line.categories,
    purposes: line.purposes,
    decision: line.decision,
    givenAt: line.givenAt,
    validFrom: line.validFrom,
    expiresOn: line.expiresAt,
    withdrawnAt: line.withdrawnAt,
    indexListing: line.indexListing,
    recordedBy: author?.userId ?? '',
    recordedByAgency: author?.agencyId ?? '',
  });
}

function addProtections(rows: Rows, story: Fixture): void {
  for (const s of story.sensitiveLines) {
    rows.add('app.sensitive_service', {
      id: s.id,
      episode_id: s.episodeId,
      person_id: s.personId,
      giver_person_id: s.giverId,
      category: s.category,
      level: s.level,
      line_agreed: s.lineAgreed,
      from_at: s.from,
      until_at: s.to ?? 'infinity',
    });
  }
  for (const c of story.competence) {
    const assessor = story.edges.find((e) => e.episodeId === c.episodeId)?.userId;
    rows.add('app.competence', {
      id: c.id,
      person_id: c.personId,
      matters: c.matters,
      competent: c.competent,
      reasons: 'Could say in own words what would be shared, with whom and what might follow.',
      assessed_by: assessor,
      from_at: c.from,
      until_at: c.to ?? 'infinity',
    });
  }
  for (const o of story.courtOrders) {
    rows.add('app.court_order', {
      id: o.id,
      person_id: o.subjectId,
      effect: o.effect,
      recipient_id: o.recipientId,
      categories: o.categories,
      from_at: o.from,
      until_at: o.to ?? 'infinity',
    });
  }
  for (const g of [
    ...story.disclosures.map((d) => ({
      ...d,
      kind: 'DISCLOSURE',
      userId: d.recipientType === 'PERSON' ? d.recipientId : null,
      agencyId: d.recipientType === 'SERVICE' ? d.recipientId : null,
    })),
    ...story.breakGlass.map((b) => ({ ...b, kind: 'BREAK_GLASS', agencyId: null })),
  ]) {
    rows.add('app.access_grant', {
      id: g.id,
      kind: g.kind,
      episode_id: g.episodeId,
      subject_id: g.subjectId,
      user_id: g.userId,
      agency_id: g.agencyId,
      categories: g.categories,
      purpose: g.purpose,
      ground: g.ground,
      reason: 'Written down when it was given.',
      from_at: g.from,
      until_at: g.to ?? 'infinity',
    });
  }
  for (const s of story.shields) {
    const child = story.subjects.find((x) => x.episodeId === s.episodeId)?.personId;
    rows.add('app.shield', {
      id: s.id,
      person_id: child,
      protected_person_ids: s.protectedPersonIds,
      household_person_ids: s.householdPersonIds,
      ground: 'DOMESTIC_ABUSE',
      from_at: s.from,
      until_at: s.to ?? 'infinity',
      review_on: addDays(story.anchor, 40),
    });
    for (const userId of s.listUserIds) {
      rows.add('app.shield_member', {
        id: fixtureId('shield-member', `${s.id} ${userId}`),
        shield_id: s.id,
        user_id: userId,
        from_at: s.from,
      });
    }
  }
}

const NOTE_KIND: Record<string, string> = {
  CHILD: 'TALK_WITH_CHILD',
  HEALTH: 'OBSERVATION',
  PLAN: 'PROFESSIONAL_CONTACT',
  MEETING: 'PROFESSIONAL_CONTACT',
  FAMILY: 'TALK_WITH_PARENT',
  PARENTING: 'HOME_VISIT',
  THIRD: 'INFORMATION_RECEIVED',
  PRIVATE: 'TALK_WITH_CHILD',
};

/** An item of several kinds is stored under the one that hides most: a neighbour's call among the notes is THIRD. */
const strictest = (categories: readonly string[]): string =>
  categories.find((c) => !ORDINARY.includes(c as Category)) ?? categories[0] ?? 'NOTES';

/** Standing facts become facts of the case, everything else a note with its label: one row, one kind of information. */
function addItems(rows: Rows, story: Fixture): void {
  const agencyOf = new Map(story.memberships.map((m) => [m.userId, m.agencyId]));
  for (const item of story.items) {
    const recorded = item.recordedAt ?? `${addDays(story.anchor, -60)}T09:00:00Z`;
    const label = {
      id: item.id,
      episode_id: item.episodeId,
      subject_id: item.subjectId,
      about_person_id: item.aboutPersonId,
      category: strictest(item.categories),
      source_agency_id: item.sourceAgencyId ?? (item.authorId ? agencyOf.get(item.authorId) : null),
      author_id: item.authorId,
      named_worker_ids: item.namedWorkerIds,
      created_by: item.authorId,
      created_at: recorded,
    };
    if (item.recordedAt === null || item.categories[0] === 'INVOLVE' || item.categories[0] === 'IDENT') {
      rows.add('app.case_fact', {
        ...label,
        kind: 'STANDING',
        body: { title: item.title, text: item.text },
        said_on: null,
      });
    } else {
      rows.add('app.note', {
        ...label,
        kind: NOTE_KIND[strictest(item.categories)] ?? 'OTHER',
        event_on: londonDate(item.recordedAt),
        text: item.text,
        own_words: item.categories.includes('PRIVATE'),
      });
    }
  }
}

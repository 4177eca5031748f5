import { addDays, addMonths, londonInstant, type CivilDate } from '@encircle/shared/dates';
import { fixtureId } from '@encircle/shared/fixture';
import { closedWindowEnd, DEFAULT_SETTINGS } from '@encircle/shared/policy';
import { CaseRows, type Who } from '../case-rows.js';
import { addAgreement, ORDINARY } from '../consent-rows.js';
import type { Row, Rows } from '../rows.js';
import type { Worker } from './services.js';

export interface CaseSpec {
  key: string;
  ref: string;
  childId: string;
  parentId: string;
  locality: string;
  openedOn: CivilDate;
  author: Worker;
  lead: Worker | null;
  team: readonly Worker[];
  source: string;
}

/** What became of the case by today; dates that have not come are null. */
export interface Course {
  state: string;
  agreedOn: CivilDate | null;
  completedOn: CivilDate | null;
  planAgreedOn: CivilDate | null;
  nextReviewOn: CivilDate | null;
  closedOn: CivilDate | null;
  closureReason: string | null;
  level: number;
  moves: [transition: string, from: string | null, to: string, on: CivilDate][];
}

export interface Frame {
  episodeId: string;
  rows: CaseRows;
}

export const asWho = (w: Worker): Who => ({ userId: w.userId, agencyId: w.agencyId });

/** The bones of a case: episode, child, who works it, what was agreed, how it moved. */
export function addFrame(rows: Rows, spec: CaseSpec, course: Course): Frame {
  const episodeId = fixtureId('episode', spec.key);
  const frame = { episodeId, rows: new CaseRows(rows, episodeId, spec.childId) };
  rows.add('app.episode', episodeRow(episodeId, spec, course));
  rows.add('app.episode_subject', {
    id: fixtureId('subject', spec.key),
    episode_id: episodeId,
    person_id: spec.childId,
    role: 'CHILD_SUBJECT',
    position: 0,
  });
  addEdges(rows, episodeId, spec, course);
  if (course.agreedOn) addConsent(rows, episodeId, spec, course.agreedOn);
  for (const [transition, from, to, on] of course.moves) {
    frame.rows.add('app.episode_move', 'INVOLVE', asWho(spec.author), on, {
      transition,
      from_state: from,
      to_state: to,
      happened_on: on,
      recorded: {},
    });
  }
  frame.rows.add('app.case_fact', 'CHILD', asWho(spec.author), course.completedOn ?? spec.openedOn, {
    kind: 'LEVEL',
    body: { level: course.level },
    said_on: course.completedOn ?? spec.openedOn,
  });
  return frame;
}

function episodeRow(episodeId: string, spec: CaseSpec, course: Course): Row {
  const since = course.moves[course.moves.length - 1]?.[3] ?? spec.openedOn;
  return {
    id: episodeId,
    ref: spec.ref,
    type: 'CHILD',
    state: course.state,
    state_before: course.moves[course.moves.length - 1]?.[1] ?? null,
    state_since: londonInstant(since, '12:00'),
    source_of_concern: spec.source,
    initiating_agency_id: spec.author.agencyId,
    locality: spec.locality,
    opened_on: spec.openedOn,
    agreed_on: course.agreedOn,
    completed_on: course.completedOn,
    plan_agreed_on: course.planAgreedOn,
    next_review_on: course.nextReviewOn,
    closed_on: course.closedOn,
    closure_reason: course.closureReason,
    created_by: spec.author.userId,
    created_at: londonInstant(spec.openedOn, '10:00'),
  };
}

function addEdges(rows: Rows, episodeId: string, spec: CaseSpec, course: Course): void {
  const edge = (worker: Worker, kind: string, from: CivilDate): void => {
    rows.add('app.edge', {
      id: fixtureId('edge', `${spec.key} ${kind} ${worker.userId}`),
      episode_id: episodeId,
      user_id: worker.userId,
      agency_id: worker.agencyId,
      kind,
      lead_type:
        kind === 'LP' ? (worker.role === 'FIP_KEY_WORKER' ? 'KEY_WORKER' : 'LEAD_PROFESSIONAL') : null,
      professional_role: worker.role,
      from_at: londonInstant(from, '10:00'),
      read_until: course.closedOn
        ? closedWindowEnd(
            kind === 'TACM' ? 'TACM' : 'LP',
            londonInstant(course.closedOn, '12:00'),
            DEFAULT_SETTINGS,
          )
        : 'infinity',
    });
  };
  edge(spec.author, 'AUTHOR', spec.openedOn);
  if (spec.lead && course.planAgreedOn) edge(spec.lead, 'LP', course.planAgreedOn);
  if (course.agreedOn)
    for (const worker of spec.team)
      if (worker.userId !== spec.lead?.userId) edge(worker, 'TACM', course.agreedOn);
}

/** The family agreed for as long as the work lasts: the lines run for two years, renewed at reviews. */
function addConsent(rows: Rows, episodeId: string, spec: CaseSpec, agreedOn: CivilDate): void {
  const services = [
    ...new Set([spec.author, ...(spec.lead ? [spec.lead] : []), ...spec.team].map((w) => w.agencyId)),
  ];
  addAgreement(rows, {
    consentId: fixtureId('consent', spec.key),
    lineId: (recipient, category) => fixtureId('line', `${spec.key} ${recipient} ${category}`),
    episodeId,
    subjectId: spec.childId,
    giverId: spec.parentId,
    capacity: 'PARENT_PR',
    services,
    categories: ORDINARY,
    purposes: ['ASSESS', 'COORDINATE'],
    decision: 'GIVEN',
    givenAt: londonInstant(agreedOn, '15:00'),
    validFrom: agreedOn,
    expiresOn: addDays(addMonths(agreedOn, 24), -1),
    indexListing: true,
    recordedBy: spec.author.userId,
    recordedByAgency: spec.author.agencyId,
  });
}

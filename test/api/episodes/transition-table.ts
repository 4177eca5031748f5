import type { TransitionId } from '@encircle/shared/lifecycle';
import { anAgreement, ORDINARY } from '../../factories/consents.js';
import { anEpisode, type Episode } from '../../factories/episodes.js';
import type { Person } from '../../factories/children.js';
import type { Worker } from '../../factories/people.js';
import type { Program } from '../../kit/program.js';

/** One case in the stage a move starts from, with everything its guards ask; a test takes one thing away again. */
export interface World {
  program: Program;
  episode: Episode;
  child: Person;
  mother: Person;
  author: Worker;
}

export interface MoveCase {
  id: TransitionId;
  state: string;
  /** What the guards ask beside the form */
  arrange?: (world: World) => Promise<void>;
  /** How the move is asked for */
  path: string;
  body: Record<string, unknown>;
  /** With this left out of the form, or this not arranged, the move is refused with the code */
  refused: readonly { without?: string; unarranged?: true; over?: Record<string, unknown>; code: string }[];
  /** The stage afterwards; a move that waits for a signature stays */
  to: string;
}

export const TODAY = '2026-03-16';

const agreed =
  (purposes: readonly string[]) =>
  async ({ program, episode, child, mother, author }: World): Promise<void> => {
    await anAgreement(
      program,
      episode,
      child,
      mother,
      [{ agency: author.agency, categories: ORDINARY, purposes }],
      { givenOn: TODAY },
    );
  };

const withdrawn = async ({ program, episode }: World): Promise<void> => {
  await program.rows(`update app.episode set withdrawn_at = sec.now() where id = $1`, [episode.id]);
};

const reviewed = async ({ program, episode, child, author }: World): Promise<void> => {
  await program.rows(
    `insert into app.review (episode_id, subject_id, source_agency_id, author_id, review_no, due_on, held_on, level, what_next)
     values ($1, $2, $3, $4, 1, '2026-03-10', '2026-03-10', 1, 'CLOSE')`,
    [episode.id, child.id, author.agency.id, author.id],
  );
};

const held =
  (type: string) =>
  async ({ program, episode }: World): Promise<void> => {
    await program.rows(
      `insert into app.meeting (episode_id, type, status, planned_at, mode, held_at)
     values ($1, $2, 'HELD', '2026-03-10T10:00:00Z', 'IN_PERSON', '2026-03-10T10:00:00Z')`,
      [episode.id, type],
    );
  };

const planned = async ({ program, episode, child, author }: World): Promise<void> => {
  await program.rows(
    `insert into app.plan (episode_id, subject_id, source_agency_id, author_id, version_no, status, agreed_on)
     values ($1, $2, $3, $4, 1, 'AGREED', '2026-02-02')`,
    [episode.id, child.id, author.agency.id, author.id],
  );
};

const all =
  (...works: readonly ((world: World) => Promise<void>)[]) =>
  async (world: World): Promise<void> => {
    for (const work of works) await work(world);
  };

const grownUp = async ({ program, child }: World): Promise<void> => {
  await program.rows(`update app.person set date_of_birth = '2008-03-16' where id = $1`, [child.id]);
};

const unborn = async ({ program, child }: World): Promise<void> => {
  await program.rows(
    `update app.person set is_unborn = true, date_of_birth = null, sex = 'UNKNOWN', due_date = '2026-07-20' where id = $1`,
    [child.id],
  );
};

/** The other record of the same child, by the one reference the forms below name. */
const twice = async ({ program, child, author }: World): Promise<void> => {
  await program.rows(`update app.episode set ref = ref || '-' || left(id::text, 8) where ref = 'T-STAYS'`);
  const other = await anEpisode(program, { children: [child], author });
  await program.rows(`update app.episode set ref = 'T-STAYS' where id = $1`, [other.id]);
};

const merged = async ({ program, episode, child, author }: World): Promise<void> => {
  const other = await anEpisode(program, { children: [child], author });
  await program.rows(`update app.episode set merged_into_id = $2 where id = $1`, [episode.id, other.id]);
};

const longOver = async ({ program, episode, child }: World): Promise<void> => {
  await program.rows(`update app.person set date_of_birth = '1998-03-16' where id = $1`, [child.id]);
  await program.rows(`update app.episode set closed_on = '2016-03-16' where id = $1`, [episode.id]);
};

const FORM = {
  closureDate: TODAY,
  level: 1,
  whoToContact: 'School',
  familyAgrees: 'AGREE',
  childComment: 'Fine',
  parentComment: 'Fine',
  summary: 'Better',
};

const close = (reason: string, more: Record<string, unknown> = {}) => ({
  path: 'close',
  body: { ...FORM, reason, ...more },
});
const move = (id: TransitionId, body: Record<string, unknown> = {}) => ({
  path: 'moves',
  body: { transition: id, version: 1, ...body },
});

const ATTEMPTS = [
  { on: '2026-02-16', method: 'phone' },
  { on: '2026-02-23', method: 'visit' },
  { on: '2026-03-12', method: 'letter' },
];

export const MOVE_CASES: readonly MoveCase[] = [
  {
    id: 'T09',
    state: 'TAP',
    ...move('T09'),
    refused: [],
    to: 'CONSENT_SEEKING',
  },
  {
    id: 'T11',
    state: 'TAP',
    arrange: held('TAP_CONSULTATION'),
    ...close('CONSENT_NOT_GIVEN'),
    refused: [{ unarranged: true, code: 'TAP_NOT_REVIEWED' }],
    to: 'CLOSED',
  },
  {
    id: 'T13',
    state: 'ASSESSING',
    arrange: withdrawn,
    ...close('CONSENT_WITHDRAWN', { riskConsidered: 'Seen at school daily' }),
    refused: [
      { unarranged: true, code: 'WITHDRAWAL_MISSING' },
      { without: 'riskConsidered', code: 'RISK_NOT_CONSIDERED' },
    ],
    to: 'ASSESSING',
  },
  {
    id: 'T14',
    state: 'ASSESSED',
    ...close('STEP_DOWN_SINGLE', { ongoingSupport: 'School nurse', serviceAccepted: true }),
    refused: [{ without: 'serviceAccepted', code: 'SERVICE_NOT_NAMED' }],
    to: 'CLOSED',
  },
  {
    id: 'T19',
    state: 'PLAN_ACTIVE',
    arrange: agreed(['PANEL']),
    ...move('T19', { panel: { question: 'Can a mentor be paid for?', deidentified: false } }),
    refused: [
      { unarranged: true, code: 'PANEL_CONSENT_MISSING' },
      { without: 'panel', code: 'QUESTION_MISSING' },
      { over: { panel: { question: ' ', deidentified: true } }, code: 'QUESTION_MISSING' },
    ],
    to: 'PANEL_REVIEW',
  },
  {
    id: 'T20',
    state: 'PANEL_REVIEW',
    ...move('T20', { decision: { decision: 'A mentor for 12 weeks', owner: 'Youth service' } }),
    refused: [{ without: 'decision', code: 'DECISION_MISSING' }],
    to: 'PLAN_ACTIVE',
  },
  {
    id: 'T20_WITHDRAWN',
    state: 'PANEL_REVIEW',
    ...move('T20_WITHDRAWN', {}),
    refused: [],
    to: 'PLAN_ACTIVE',
  },
  {
    id: 'T25',
    state: 'PAUSED_STATUTORY',
    ...close('STEP_UP_CP', { conferenceDate: '2026-03-13' }),
    refused: [{ without: 'conferenceDate', code: 'CONFERENCE_DATE_MISSING' }],
    to: 'CLOSED',
  },
  {
    id: 'T26',
    state: 'PAUSED_STATUTORY',
    arrange: all(agreed(['ASSESS', 'COORDINATE']), planned),
    ...move('T26', { stepDown: { handoverOn: '2026-03-13', socialWorker: 'Noor Aziz' } }),
    refused: [
      { unarranged: true, code: 'CONSENT_NOT_RECONFIRMED' },
      { without: 'stepDown', code: 'HANDOVER_MISSING' },
    ],
    to: 'PAUSED_STATUTORY',
  },
  {
    id: 'T27',
    state: 'PLAN_ACTIVE',
    arrange: agreed(['TRANSFER']),
    ...move('T27', { transfer: { newArea: 'Eastmere', documents: ['Assessment', 'Plan'] } }),
    refused: [
      { unarranged: true, code: 'TRANSFER_CONSENT_MISSING' },
      { without: 'transfer', code: 'NEW_AREA_MISSING' },
    ],
    to: 'TRANSFER_PENDING',
  },
  {
    id: 'T28',
    state: 'TRANSFER_PENDING',
    ...close('MOVED_TRANSFERRED', { receiver: 'Eastmere', receiptDate: TODAY, documentsListed: true }),
    refused: [{ without: 'receiver', code: 'RECEIPT_MISSING' }],
    to: 'CLOSED',
  },
  {
    id: 'T29',
    state: 'TRANSFER_PENDING',
    ...move('T29', { reason: 'The family stayed' }),
    refused: [{ without: 'reason', code: 'REASON_MISSING' }],
    to: 'PLAN_ACTIVE',
  },
  {
    id: 'T30',
    state: 'PLAN_ACTIVE',
    arrange: all(agreed(['ASSESS', 'COORDINATE']), reviewed),
    ...close('STEP_DOWN_UNIVERSAL'),
    refused: [
      { unarranged: true, code: 'FINAL_REVIEW_MISSING' },
      { without: 'summary', code: 'SUMMARY_MISSING' },
    ],
    to: 'PLAN_ACTIVE',
  },
  {
    id: 'T31',
    state: 'TAC_PLANNED',
    arrange: withdrawn,
    ...close('CONSENT_WITHDRAWN', { riskConsidered: 'Seen at school daily' }),
    refused: [{ unarranged: true, code: 'WITHDRAWAL_MISSING' }],
    to: 'TAC_PLANNED',
  },
  {
    id: 'T32',
    state: 'PLAN_ACTIVE',
    ...close('DISENGAGED', { riskConsidered: 'Seen at school daily', attempts: ATTEMPTS }),
    refused: [
      { without: 'attempts', code: 'ATTEMPTS_TOO_FEW' },
      { over: { attempts: ATTEMPTS.slice(0, 2) }, code: 'ATTEMPTS_TOO_FEW' },
    ],
    to: 'PLAN_ACTIVE',
  },
  {
    id: 'T33',
    state: 'STEP_UP_PENDING',
    arrange: unborn,
    ...close('PREGNANCY_ENDED'),
    refused: [{ unarranged: true, code: 'NOT_UNBORN' }],
    to: 'CLOSED',
  },
  {
    id: 'T34',
    state: 'PLAN_ACTIVE',
    arrange: grownUp,
    ...close('AGE_18', { adultRouteConsidered: true }),
    refused: [
      { unarranged: true, code: 'NOT_OF_AGE' },
      { without: 'adultRouteConsidered', code: 'ADULT_ROUTE_MISSING' },
    ],
    to: 'CLOSED',
  },
  {
    id: 'T35',
    state: 'CLOSED',
    path: 'reopening',
    body: {
      version: 1,
      source: 'OWN_AGENCY',
      issues: ['SCHOOL_ATTENDANCE'],
      mainIssue: 'SCHOOL_ATTENDANCE',
      worry: 'Missed eight days again since Christmas.',
      familyAware: true,
    },
    refused: [],
    to: 'CONCERN',
  },
  {
    id: 'T35_CLERICAL',
    state: 'CLOSED',
    ...move('T35_CLERICAL', { reason: 'The wrong record was closed' }),
    refused: [{ without: 'reason', code: 'REASON_MISSING' }],
    to: 'PLAN_ACTIVE',
  },
  {
    id: 'T41',
    state: 'ASSESSING',
    ...close('ERROR'),
    refused: [],
    to: 'CLOSED',
  },
  {
    id: 'T36',
    state: 'PLAN_ACTIVE',
    arrange: twice,
    ...move('T36', { merge: { into: 'T-STAYS', why: 'Opened twice on the same day' } }),
    refused: [
      {
        unarranged: true,
        over: { merge: { into: 'T-NOWHERE', why: 'Twice' } },
        code: 'OTHER_RECORD_MISSING',
      },
      { without: 'merge', code: 'REASON_MISSING' },
    ],
    to: 'PLAN_ACTIVE',
  },
  {
    id: 'T36_UNDO',
    state: 'MERGED',
    arrange: merged,
    ...move('T36_UNDO', { reason: 'Two cousins of one name' }),
    refused: [{ without: 'reason', code: 'REASON_MISSING' }],
    to: 'MERGED',
  },
  {
    id: 'T37',
    state: 'PAUSED_STATUTORY',
    ...move('T37', { hold: { held: true, why: 'An inquiry asked for it', scope: 'Everything' } }),
    refused: [
      { without: 'hold', code: 'REASON_MISSING' },
      { over: { hold: { held: false, why: ' ' } }, code: 'REASON_MISSING' },
    ],
    to: 'PAUSED_STATUTORY',
  },
  {
    id: 'T39',
    state: 'ARCHIVED',
    arrange: longOver,
    ...move('T39', { disposal: { ground: 'Its time is over; holds and requests were checked' } }),
    refused: [
      { unarranged: true, code: 'RETENTION_RUNS' },
      { without: 'disposal', code: 'REASON_MISSING' },
    ],
    to: 'ARCHIVED',
  },
];

/** Moves that come with a piece of work of their own, each with the file that brings it about over HTTP. */
export const ELSEWHERE: Readonly<Partial<Record<TransitionId, string>>> = {
  T01: 'test/api/episodes/start.api.spec.ts',
  T02: 'test/api/episodes/moves.api.spec.ts',
  T03: 'test/api/episodes/moves.api.spec.ts',
  T06: 'test/api/episodes/moves.api.spec.ts',
  T08: 'test/api/episodes/moves.api.spec.ts',
  T04: 'test/api/safeguarding/referrals.api.spec.ts',
  T05: 'test/api/consents/begin-assessing.api.spec.ts',
  T07: 'test/api/safeguarding/referrals.api.spec.ts',
  T10: 'test/api/safeguarding/referrals.api.spec.ts',
  T12: 'test/api/assessments/completion.api.spec.ts',
  T15: 'test/api/meetings/planning.api.spec.ts',
  T16: 'test/api/plans/story.api.spec.ts',
  T17: 'test/api/meetings/planning.api.spec.ts',
  T18: 'test/api/plans/story.api.spec.ts',
  T21: 'test/api/safeguarding/referrals.api.spec.ts',
  T22: 'test/api/safeguarding/referrals.api.spec.ts',
  T23: 'test/api/safeguarding/referrals.api.spec.ts',
  T24: 'test/api/safeguarding/referrals.api.spec.ts',
  T38: 'test/api/episodes/keeping.api.spec.ts',
  T40: 'test/api/episodes/step-in.api.spec.ts',
};

import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AgreementsView, RecordAgreement } from '@encircle/shared/consents';
import { Program, type Answer, type Client } from '../../kit/program.js';
import { aChild, anAdult, relativeOf, type Person } from '../../factories/children.js';
import { anEpisode, type Episode } from '../../factories/episodes.js';
import { anAgency, aWorker, type Agency, type Worker } from '../../factories/people.js';

/**
 * Rule 6.3 as a table: every kind of subject, every kind of giver, asked over HTTP. A cell is "yes" or the words of the
 * refusal; no cell is left out, so a new kind of either must say what holds.
 */
const MOTHER_DECIDES = 'Before the birth the mother decides';
const NO_PR = 'no parental responsibility on record';
const RECORD_HOW = 'Under 16: record how you know';
const CHILD_DECIDES = 'recorded as able to decide';
const FROM_16 = 'From 16 the young person decides';
const BEST_INTERESTS = 'Write down their best interests';
const COUNCIL = 'The council holds a care order';
const NO_ORDER = 'No care order is on record';
const GUARDIAN = 'A special guardian decides';
const THAT_ADULT = 'Only that adult can agree';
const FAMILY_ONLY = 'Nobody else can agree';

const GIVERS = [
  'mother',
  'father with parental responsibility',
  'father without',
  'step-parent',
  'grandparent',
  'private foster carer',
  'holder of a child arrangements order',
  'special guardian',
  'council',
  'the person themself',
  'family friend',
  'interpreter',
  'worker',
] as const;
type GiverKind = (typeof GIVERS)[number];

const SUBJECTS = [
  'unborn baby',
  'child of 9',
  'child of 15',
  'child of 15 able to decide this',
  'young person of 16',
  'young person of 17 not able to decide this',
  'child under a care order',
  'child looked after by agreement',
  'child with a special guardian',
  'mother’s own data',
] as const;
type SubjectKind = (typeof SUBJECTS)[number];

type Cells = Record<GiverKind, string>;
const all = (words: string, over: Partial<Cells> = {}): Cells => ({
  ...(Object.fromEntries(GIVERS.map((kind) => [kind, words])) as Cells),
  interpreter: FAMILY_ONLY,
  worker: FAMILY_ONLY,
  ...over,
});
const withPr = (words: string): Partial<Cells> => ({
  mother: words,
  'father with parental responsibility': words,
  'holder of a child arrangements order': words,
});
const ofChild = (own: string, pr: string): Cells =>
  all(NO_PR, { ...withPr(pr), council: NO_ORDER, 'the person themself': own });

const TABLE: Record<SubjectKind, Cells> = {
  'unborn baby': all(MOTHER_DECIDES, { mother: 'yes' }),
  'child of 9': ofChild(RECORD_HOW, 'yes'),
  'child of 15': ofChild(RECORD_HOW, 'yes'),
  'child of 15 able to decide this': all(CHILD_DECIDES, { 'the person themself': 'yes' }),
  'young person of 16': all(FROM_16, { 'the person themself': 'yes' }),
  'young person of 17 not able to decide this': ofChild(BEST_INTERESTS, 'yes'),
  'child under a care order': {
    ...ofChild(RECORD_HOW, COUNCIL),
    council: 'yes',
  },
  'child looked after by agreement': ofChild(RECORD_HOW, 'yes'),
  'child with a special guardian': { ...ofChild(RECORD_HOW, GUARDIAN), 'special guardian': 'yes' },
  'mother’s own data': all(THAT_ADULT, { mother: 'yes' }),
};

const BORN: Record<SubjectKind, string | null> = {
  'unborn baby': null,
  'child of 9': '2016-06-10',
  'child of 15': '2010-09-01',
  'child of 15 able to decide this': '2010-09-01',
  'young person of 16': '2009-11-20',
  'young person of 17 not able to decide this': '2008-06-01',
  'child under a care order': '2016-06-10',
  'child looked after by agreement': '2012-06-10',
  'child with a special guardian': '2016-06-10',
  'mother’s own data': '2016-06-10',
};

const DECIDING = { understandsWhat: true, understandsWhoAndWhy: true, understandsConsequences: true };
const COMPETENCE = {
  ...DECIDING,
  matters: ['SENS_SH'],
  freeOfPressure: true,
  reasons: 'He told me who would know and what he could do instead.',
};
const BEST = {
  matters: ['CHILD'],
  helpedToDecide: true,
  wishesConsidered: true,
  consulted: 'His sister and his teacher',
  reasons: 'He cannot keep in mind who would know, with pictures and time given.',
};

let program: Program;
let school: Agency;
let tom: Worker;
let client: Client;

beforeAll(async () => {
  program = await Program.start();
  await program.setNow('2026-03-16T09:00:00Z');
  school = await anAgency(program, { name: 'Northway Primary', kind: 'SCHOOL' });
  tom = await aWorker(program, school, { fullName: 'Tom Vale' });
  client = await program.as(tom.email);
});
afterAll(() => program.stop());

interface World {
  child: Person;
  episode: Episode;
  givers: Record<GiverKind, string>;
}

async function worldOf(kind: SubjectKind): Promise<World> {
  const mother = await anAdult(program, { givenNames: 'Pia', familyName: 'Brook' });
  const child = await theChild(kind, mother);
  const tie = async (over: Parameters<typeof relativeOf>[3]): Promise<string> => {
    const person = await anAdult(program);
    await relativeOf(program, child, person, over);
    return person.id;
  };
  await relativeOf(program, child, mother, { kind: 'MOTHER', prBasis: 'MOTHER' });
  const none = { hasPr: 'NO' };
  const guarded = kind === 'child with a special guardian' ? { prBasis: 'SGO' } : none;
  const order = kind === 'child under a care order' ? { prBasis: 'CARE_ORDER' } : none;
  const givers: World['givers'] = {
    mother: mother.id,
    'father with parental responsibility': await tie({ kind: 'FATHER', prBasis: 'REGISTERED_FATHER' }),
    'father without': await tie({ kind: 'FATHER', ...none }),
    'step-parent': await tie({ kind: 'STEP_PARENT', ...none }),
    grandparent: await tie({ kind: 'GRANDPARENT', ...none }),
    'private foster carer': await tie({ kind: 'PRIVATE_FOSTER_CARER', ...none }),
    'holder of a child arrangements order': await tie({
      kind: 'KINSHIP_CARER',
      prBasis: 'CHILD_ARRANGEMENTS_ORDER',
    }),
    'special guardian': await tie({ kind: 'SPECIAL_GUARDIAN', ...guarded }),
    council: await tie({ kind: 'OTHER', ...order }),
    'the person themself': child.id,
    'family friend': await tie({ kind: 'FAMILY_FRIEND', ...none }),
    interpreter: (await anAdult(program)).id,
    worker: tom.id,
  };
  const episode = await anEpisode(program, { children: [child], author: tom, lead: tom });
  return { child, episode, givers };
}

async function theChild(kind: SubjectKind, mother: Person): Promise<Person> {
  const dateOfBirth = BORN[kind];
  if (dateOfBirth !== null) return aChild(program, { dateOfBirth });
  const id = randomUUID();
  await program.rows(
    `insert into app.person (id, kind, is_unborn, due_date, mother_id) values ($1, 'CHILD', true, '2026-07-27', $2)`,
    [id, mother.id],
  );
  return { id, givenNames: '', familyName: '' };
}

type Said = Answer<AgreementsView & { fields: Record<string, string[]> }>;

function ask({ child, episode, givers }: World, kind: SubjectKind, giver: GiverKind): Promise<Said> {
  const own = giver === 'the person themself';
  const matter = kind === 'child of 15 able to decide this' ? 'SENS_SH' : 'CHILD';
  const ofMother = kind === 'mother’s own data';
  const line = {
    recipientType: 'SERVICE',
    recipientId: school.id,
    category: ofMother ? 'ADULT' : matter,
    decision: 'GIVEN',
    ...(ofMother ? { aboutPersonId: givers.mother } : {}),
  } as const;
  const body: Partial<RecordAgreement> & { lines: unknown } = {
    subjectId: child.id,
    giverPersonId: givers[giver],
    capacity: capacityOf(kind, giver),
    method: 'WET_INK',
    statementVersion: 'v1',
    understood: { recording: true, sharing: true, withoutAgreement: true },
    ...(own && matter === 'SENS_SH' ? { competence: COMPETENCE as never } : {}),
    ...(kind === 'young person of 17 not able to decide this' && !own
      ? { bestInterests: BEST as never }
      : {}),
    lines: [line],
  };
  return client.post(`/api/episodes/${episode.id}/consents`, body);
}

function capacityOf(kind: SubjectKind, giver: GiverKind): RecordAgreement['capacity'] {
  if (giver === 'the person themself') return 'SELF';
  if (giver === 'council') return 'LA_CARE_ORDER';
  return kind === 'unborn baby' && giver === 'mother' ? 'MOTHER_OF_UNBORN' : 'PR_HOLDER';
}

describe.each(SUBJECTS)('agreement about: %s', (kind) => {
  let world: World;
  beforeAll(async () => {
    world = await worldOf(kind);
    // What stands before anyone is asked: the child was found able, the young person was not.
    const able = kind === 'child of 15 able to decide this';
    if (able || kind === 'young person of 17 not able to decide this')
      await program.rows(
        `insert into app.competence (person_id, matters, competent, reasons, assessed_by)
         values ($1, $2, $3, 'Talked it through twice.', $4)`,
        [world.child.id, [able ? 'SENS_SH' : 'CHILD'], able, tom.id],
      );
  });

  it.each(GIVERS)('%s', async (giver) => {
    const expected = TABLE[kind][giver];
    const { status, body } = await ask(world, kind, giver);
    if (expected === 'yes') {
      expect({ status, fields: body.fields }).toEqual({ status: 201, fields: undefined });
      return;
    }
    expect(status).toBe(400);
    const said = body.fields['lines.0'] ?? body.fields['giverPersonId'];
    expect(said?.[0]).toContain(expected);
  });

  it('stored what was allowed, and nothing of what was refused', async () => {
    const kept = await program.rows<{ giver: string }>(
      `select distinct giver_person_id as giver from app.consent_line where episode_id = $1`,
      [world.episode.id],
    );
    const allowed = GIVERS.filter((giver) => TABLE[kind][giver] === 'yes').map(
      (giver) => world.givers[giver],
    );
    expect(kept.map((row) => row.giver).sort()).toEqual([...allowed].sort());
  });
});

describe('who is asked, with the reason beside', () => {
  it('the council is offered in its own capacity, and a parent is told why not', async () => {
    const { episode } = await worldOf('child under a care order');
    const { body } = await client.get<AgreementsView>(`/api/episodes/${episode.id}/consents`);
    const givers = body.subjects[0]?.givers ?? [];
    expect(givers.filter((giver) => giver.entitled)).toEqual([
      expect.objectContaining({ relation: 'OTHER', capacity: 'LA_CARE_ORDER' }),
    ]);
    expect(givers.find((giver) => giver.relation === 'MOTHER')?.reason).toContain(COUNCIL);
  });

  it('best interests are written down whole, and never by the young person', async () => {
    const kind = 'young person of 16';
    const world = await worldOf(kind);
    const send = (giver: GiverKind, bestInterests: object): Promise<Said> =>
      client.post(`/api/episodes/${world.episode.id}/consents`, {
        subjectId: world.child.id,
        giverPersonId: world.givers[giver],
        capacity: capacityOf(kind, giver),
        method: 'WET_INK',
        statementVersion: 'v1',
        understood: { recording: true, sharing: true, withoutAgreement: true },
        bestInterests,
        lines: [{ recipientType: 'SERVICE', recipientId: school.id, category: 'CHILD', decision: 'GIVEN' }],
      });
    const half = await send('mother', { ...BEST, wishesConsidered: false });
    expect(half.body.fields).toHaveProperty(['bestInterests.wishesConsidered']);
    expect((await send('the person themself', BEST)).body.fields).toHaveProperty(['bestInterests']);
    expect((await send('mother', BEST)).status).toBe(201);
    const [kept] = await program.rows(
      `select k.capacity, k.competence->>'consulted' as consulted, c.competent
       from app.consent k join app.competence c on c.person_id = k.subject_id where k.episode_id = $1`,
      [world.episode.id],
    );
    expect(kept).toEqual({ capacity: 'BEST_INTERESTS', consulted: BEST.consulted, competent: false });
  });
});

import type { CivilDate } from '@encircle/shared/dates';
import { agencyId, episodeId, fixtureCalendar, fixtureId, personId, userId } from '@encircle/shared/fixture';
import { addAssessment, elementParts, type Part } from '../assessment-rows.js';
import { CaseRows, type Who } from '../case-rows.js';
import type { Row, Rows } from '../rows.js';

const LENA: Who = { userId: userId('lena'), agencyId: agencyId('northway') };
const HANA: Who = { userId: userId('hana'), agencyId: agencyId('community-health') };

const said = (
  strengths: string,
  strengthsSources: string[],
  needs: string,
  needsSources: string[],
  more: Row = {},
): Row => ({
  strengths,
  strengthsSources,
  needs,
  needsSources,
  ...more,
});

/** What was looked at in January, element by element. */
const FIRST: Readonly<Record<string, Row>> = {
  D01: said(
    'Up to date with her checks. Uses her inhaler by herself.',
    ['OBSERVED'],
    'Asthma: missed her review in the autumn.',
    ['PARENT_SAID'],
  ),
  D02: said(
    'Swims every Thursday and sleeps well after it.',
    ['PARENT_SAID'],
    'Often awake after 23:00 on other nights.',
    ['PARENT_SAID'],
  ),
  D03: said(
    'Explains what she means with examples.',
    ['OBSERVED'],
    'Goes quiet when several adults talk at once.',
    ['OBSERVED'],
  ),
  D04: said(
    'Kind to younger children. Tells her mum when she is upset. Two close friends, not in her class.',
    ['OBSERVED', 'PARENT_SAID'],
    'Cries before school four mornings in five. Tummy ache most Mondays. Missed 14 days last term.',
    ['CHILD_SAID', 'PARENT_SAID'],
    { childView: 'It’s like a washing machine in my tummy.', needRating: 7, ratedBy: 'CHILD' },
  ),
  D05: said('Follows every rule in class.', ['OBSERVED'], 'Shouts at home on Sunday evenings.', [
    'PARENT_SAID',
  ]),
  D06: said('Proud of her drawings of foxes.', ['OBSERVED'], 'Says she is “the worry girl”.', ['CHILD_SAID']),
  D07: said(
    'Close to her mum and to nan Pat.',
    ['PARENT_SAID'],
    'Sees her dad some weekends; Mondays after are hardest.',
    ['PARENT_SAID', 'CHILD_SAID'],
  ),
  D10: said('Joins in once she is in the room.', ['OBSERVED'], 'In school 60 of 74 days in the autumn.', [
    'PROFESSIONAL_REPORT',
  ]),
  D11: said('Reading above her age.', ['PROFESSIONAL_REPORT'], 'Maths slips on the days she misses.', [
    'PROFESSIONAL_REPORT',
  ]),
  D12: said('Wants to draw for books.', ['CHILD_SAID'], 'Does not want to go on the school trip.', [
    'CHILD_SAID',
  ]),
  P01: said(
    'Mia keeps the mornings calm and the bag ready.',
    ['OBSERVED'],
    'Mornings take an hour and a half.',
    ['PARENT_SAID'],
  ),
  P02: said(
    'Mia says they “used to laugh at breakfast”.',
    ['PARENT_SAID'],
    'Mia feels she has run out of ideas.',
    ['PARENT_SAID'],
  ),
  P03: said('Screens off at eight.', ['PARENT_SAID'], 'Bedtime ends in tears most nights.', ['PARENT_SAID']),
  F02: said(
    'Nan Pat lives ten minutes away and collects on Fridays.',
    ['PARENT_SAID'],
    'Nan cannot do mornings.',
    ['PARENT_SAID'],
  ),
  F03: said(
    'A settled home in Sorrel Way.',
    ['PARENT_SAID'],
    'Swimming costs more than they can find each month.',
    ['PARENT_SAID'],
  ),
};

/** Looked at again for the review in March. */
const AGAIN: Readonly<Record<string, Row>> = {
  D04: said(
    'Ava is kind to younger children and helps in the library each morning. She tells Mia or Miss Grant when her tummy hurts, and goes back to class within ten minutes.\n\nShe has two close friends. One, Kezia, is in her class since January.',
    ['PARENT_SAID', 'OBSERVED'],
    'Ava cries before school about one morning in five, mostly Mondays (register and Mia’s diary, {2026-01-05} to {2026-03-06}). Tummy ache on two Mondays since half-term.\n\nMia thinks a plan for Sunday evenings would help most.',
    ['CHILD_SAID', 'PARENT_SAID'],
    {
      status: 'ASSESSED',
      childView:
        'When Kezia waits for me at the gate, my tummy is okay. When she’s not there I want to go home.',
      needRating: 6,
      ratedBy: 'CHILD',
    },
  ),
};

/** Version 1, finished in January, and version 2, being written for the review: the case of the pictures. */
export function addAvasAssessment(first: Rows, second: Rows, anchor: CivilDate): void {
  const { day } = fixtureCalendar(anchor);
  const rows = new CaseRows(first, episodeId('E1'), personId('ava'), 'v1 ');
  const one = fixtureId('assessment', 'ava 1');
  const carried = addAssessment(
    rows,
    { id: one, versionNo: 1, by: LENA, startedOn: day('2026-01-12') },
    firstParts(day),
  );
  first.finish(one, day('2026-01-30'));
  const again = new CaseRows(second, episodeId('E1'), personId('ava'), 'v2 ');
  const two = fixtureId('assessment', 'ava 2');
  addAssessment(
    again,
    { id: two, versionNo: 2, by: LENA, startedOn: day('2026-03-05') },
    secondParts(day, carried),
  );
}

type Day = (date: CivilDate) => CivilDate;

function firstParts(day: Day): Part[] {
  const on = day('2026-01-22');
  return [
    { section: 'who', by: LENA, on, answers: whoAnswers(day) },
    {
      section: 'child',
      by: LENA,
      on,
      answers: {
        likes: 'I like drawing foxes, swimming, and my nan’s dog Biscuit. Mornings are the hard bit.',
        goingWell: 'Thursdays. Kezia. Fox drawings.',
        hard: 'Going in on my own on Mondays.',
        howTold: 'DRAWING',
        toldTo: 'Lena',
        toldOn: on,
      },
    },
    ...elementParts(LENA, on, FIRST),
    {
      section: 'conclusions',
      by: LENA,
      on: day('2026-01-30'),
      answers: {
        overallStrengths: 'Kind, careful and good company.\nA mum who keeps trying.\nNan Pat close by.',
        overallNeeds: 'Mornings before school, Mondays most of all.\nFalling asleep.\nKnowing who to go to.',
        conclusion: 'ADDITIONAL_NEEDS_MULTI_SERVICE',
        changesWanted: 'Ava wants Mondays to be “like Thursdays”. Mia wants breakfast without tears.',
        howWeWillKnow: 'Ava’s own worry score and the register.',
      },
    },
    {
      section: 'conclusions',
      by: LENA,
      on: day('2026-01-30'),
      category: 'SAFE',
      answers: { harmSeen: false },
    },
    {
      section: 'words',
      by: LENA,
      on: day('2026-01-30'),
      answers: {
        childComment: 'It is right what you wrote. Put in about Biscuit.',
        childCommentMethod: 'SPOKEN',
        childCommentOn: day('2026-01-30'),
        parentComments: [{ who: 'Mia Ames', comment: 'I feel listened to.', on: day('2026-01-30') }],
        copies: [{ who: 'Mia Ames', method: 'PAPER', on: day('2026-01-30') }],
      },
    },
  ];
}

const whoAnswers = (day: Day): Row => ({
  existingChecked: true,
  existingCheckedOn: day('2026-01-05'),
  presentingIssues: ['EMOTIONAL_WELLBEING', 'SCHOOL_ATTENDANCE'],
  primaryIssue: 'EMOTIONAL_WELLBEING',
  reason: 'Ava was away for 14 days in the autumn and is often in tears at the gate.',
  homeSituation: 'Lives with her mum Mia and stepdad Sol. Dad Finn lives elsewhere; nan Pat is close by.',
  peoplePresent: [
    { name: 'Ava', capacity: 'herself' },
    { name: 'Mia Ames', capacity: 'mum' },
  ],
  childSeen: 'SEEN_ALONE',
  levelOfNeed: 3,
});

/** Hana has added to general health; most parts are carried over and wait to be looked at again. */
function secondParts(day: Day, carried: ReadonlyMap<string, string>): Part[] {
  const on = day('2026-03-05');
  const same = (key: string): Part[] => {
    const carriedFrom = carried.get(key);
    const answers = key === 'who' ? whoAnswers(day) : FIRST[key];
    return carriedFrom && answers
      ? [
          {
            section: key,
            by: LENA,
            on,
            answers: key === 'who' ? answers : { status: 'ASSESSED', ...answers },
            carriedFrom,
          },
        ]
      : [];
  };
  return [
    ...['who', 'D02', 'D03', 'D05', 'D06', 'D11'].flatMap(same),
    {
      section: 'child',
      by: LENA,
      on,
      answers: {
        likes: 'I like drawing foxes, swimming, and my nan’s dog Biscuit. Mornings are the hard bit.',
        goingWell: 'Library mornings with Kezia.',
        hard: 'Mondays after dad’s.',
        howTold: 'DRAWING',
        toldTo: 'Lena',
        toldOn: on,
      },
    },
    {
      section: 'D01',
      by: HANA,
      on: day('2026-03-13'),
      answers: {
        status: 'ASSESSED',
        ...said(
          'Asthma plan renewed; sleeps better on swimming days.',
          ['OBSERVED'],
          'Next review in September.',
          ['PROFESSIONAL_REPORT'],
        ),
      },
    },
    { section: 'D04', by: LENA, on, answers: AGAIN['D04'] ?? {} },
  ];
}

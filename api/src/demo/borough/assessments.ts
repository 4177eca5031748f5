import type { CivilDate } from '@encircle/shared/dates';
import { fixtureId } from '@encircle/shared/fixture';
import { addAssessment, elementParts } from '../assessment-rows.js';
import type { Random } from '../random.js';
import type { Row, Rows } from '../rows.js';
import { asWho, type CaseSpec, type Frame } from './case-frame.js';

const LOOKED: Readonly<Record<string, readonly [strengths: string, needs: string]>> = {
  D01: ['Up to date with checks and jabs.', 'Missed the last dentist visit.'],
  D03: ['Tells a story from beginning to end.', 'Hard to follow when upset.'],
  D04: ['Says sorry first after a row.', 'Worries keep the whole family up.'],
  D05: ['Plays fair on the pitch.', 'Sent out of class twice in November.'],
  D07: ['Close to a cousin of the same age.', 'Alone at most lunch times.'],
  D10: ['Never misses a Wednesday.', 'In school 78 of 95 days.'],
  P01: ['Meals together most evenings.', 'Mornings start late and end in a rush.'],
  P03: ['Homework at the kitchen table.', 'Bedtime changes from night to night.'],
  F02: ['Gran helps on Fridays.', 'No one to ask at short notice.'],
  F03: ['Settled in the flat for two years.', 'Damp in the bedroom since the autumn.'],
};

/** The finished assessment of a borough case: a few parts looked at, the rest not relevant. */
export function addBoroughAssessment(
  rows: Rows,
  random: Random,
  frame: Frame,
  spec: CaseSpec,
  agreedOn: CivilDate,
  completedOn: CivilDate,
): void {
  const by = asWho(spec.author);
  const id = fixtureId('assessment', spec.key);
  const picked = random.some(Object.keys(LOOKED), random.int(4, 6));
  const looked: Record<string, Row> = Object.fromEntries(
    picked.map((key) => [
      key,
      {
        strengths: LOOKED[key]?.[0],
        strengthsSources: ['OBSERVED'],
        needs: LOOKED[key]?.[1],
        needsSources: ['PARENT_SAID'],
      },
    ]),
  );
  addAssessment(frame.rows, { id, versionNo: 1, by, startedOn: agreedOn }, [
    ...elementParts(by, completedOn, looked),
    {
      section: 'words',
      by,
      on: completedOn,
      answers: { childComment: 'That is me.', childCommentMethod: 'SPOKEN', childCommentOn: completedOn },
    },
  ]);
  rows.finish(id, completedOn);
}

import type { Element } from './element.js';

/** Learning, within development (rule 3.7, D09 to D12). */
export const LEARNING: readonly Element[] = [
  {
    code: 'D09',
    prompts: ['Making sense of things', 'Planning and organising', 'Concentrating'],
    young: ['Play, puzzles, pretending'],
    well: ['Works out a jigsaw of 60 pieces alone', 'Bright'],
    help: ['Stops after about five minutes unless someone sits beside him', 'Cannot concentrate'],
  },
  {
    code: 'D10',
    prompts: ['Days there and days missed', 'Exclusions', 'Joining in', 'Getting there'],
    young: ['Nursery or play group'],
    older: ['College, training, work, or none of them'],
    well: ['40 of 45 days since January, 9 more than last term', 'Improving'],
    help: ['Missed 5 days since January, all Mondays', 'Poor attender'],
  },
  {
    code: 'D11',
    prompts: ['What they have learned', 'Extra support in school', 'What stands in the way'],
    well: ['Reads two book bands above last summer', 'Doing well'],
    help: ['Maths is where it was a year ago; test of 12 January', 'Behind'],
  },
  {
    code: 'D12',
    prompts: ['What they want to do or be', 'What makes them try', 'Whether they think it can happen'],
    older: ['Next year, leaving school, work'],
    well: ['Wants to be a vet and has asked to visit one', 'Motivated'],
    help: ['Says there is no point in exams; asked three times', 'Lazy'],
  },
];

import type { Element } from './element.js';

/** Parents and carers, then family and home (rule 3.7, P01 to P03 and F01 to F04). */
export const FAMILY: readonly Element[] = [
  {
    code: 'P01',
    prompts: [
      'Food, warmth, clean clothes',
      'Who watches over the child',
      'Safe people and places',
      'Going to the doctor',
    ],
    older: ['Knowing where they are, and when they are back'],
    well: ['Mum takes Ava to every asthma check', 'Good parent'],
    help: ['Ava was alone until 19:00 on two evenings, she and mum say', 'Neglectful'],
  },
  {
    code: 'P02',
    prompts: [
      'Affection and praise',
      'Being the same from day to day',
      'How the adults get on',
      'How a parent feels',
    ],
    well: ['Dad reads with him each evening he is there', 'Loving home'],
    help: ['Mum says she shouts most mornings and wishes she did not', 'Volatile'],
  },
  {
    code: 'P03',
    prompts: ['Rules that are known', 'Praise', 'Playing together', 'Interest in school'],
    young: ['Talking, singing, being read to'],
    well: ['Bedtime chart on the fridge since February; Ava fills it in', 'Firm but fair'],
    help: ['No set bedtime; lights out between 21:00 and midnight', 'No boundaries'],
  },
  {
    code: 'F01',
    prompts: [
      'Illness or disability',
      'Losing someone',
      'Parents parting',
      'Arguing or abuse',
      'Trouble with the law',
    ],
    well: ['Mum and stepdad plan the week together on Sundays', 'Stable family'],
    help: ['Grandad died in November; Ava asks about him each night', 'Bereavement issues'],
  },
  {
    code: 'F02',
    prompts: ['Who helps', 'Who is far away', 'What is hard with relatives'],
    well: ['Nan collects Ava on Tuesdays and Fridays', 'Supportive nan'],
    help: ['Dad’s parents have not seen Ava since July; Ava misses them', 'Family conflict'],
  },
  {
    code: 'F03',
    prompts: ['The home and its state', 'Room to sleep and study', 'Work and hours', 'Benefits and debts'],
    well: ['Rent is paid; new boiler in January', 'No housing issues'],
    help: ['Three children share one room; letter from landlord of 2 March', 'Overcrowded'],
  },
  {
    code: 'F04',
    prompts: ['The neighbourhood', 'Clubs, parks, shops, buses', 'Feeling welcome', 'Being treated unfairly'],
    well: ['Goes to Brownies on Mondays with a neighbour', 'Good community'],
    help: ['No bus after 18:00, so Ava cannot stay for art club', 'Isolated'],
  },
];

import type { Element } from './element.js';

/** The child's development (rule 3.7, D01 to D08). */
export const DEVELOPMENT: readonly Element[] = [
  {
    code: 'D01',
    prompts: ['Conditions and medicine', 'GP, dentist, optician', 'Appointments kept or missed', 'Injuries'],
    young: ['Growth checks and immunisations'],
    older: ['Health worries they bring themselves'],
    well: ['Sees the asthma nurse each term; last attack in 2024', 'Healthy'],
    help: ['Missed 3 dentist appointments since September', 'Teeth neglected'],
  },
  {
    code: 'D02',
    prompts: ['Eating and weight', 'Moving and playing', 'Seeing and hearing', 'Sleep'],
    young: ['Crawling, walking, holding a spoon'],
    older: ['Puberty, sport, energy'],
    well: ['Swims two lengths every Thursday', 'Active child'],
    help: ['Falls asleep after 23:00 on four nights in five, mum says', 'Bad sleeper'],
  },
  {
    code: 'D03',
    prompts: [
      'Understanding and being understood',
      'Talking, signing, pictures',
      'Reading and writing',
      'Languages at home',
    ],
    young: ['First words, pointing, turn-taking'],
    well: ['Tells the whole story of a book in Polish and in English', 'Chatty'],
    help: ['Says two words together at 3 years; nursery and mum both notice', 'Delayed speech'],
  },
  {
    code: 'D04',
    prompts: [
      'Mood and worries',
      'Coping when things go wrong',
      'Who they feel close to',
      'Being alone or left out',
    ],
    young: ['Settling, comfort, being held'],
    older: ['Hurting themselves, hopes and fears'],
    well: ['She asks for help when her tummy hurts', 'Copes fine'],
    help: ['Cries before school about one morning in five since January', 'Over-anxious'],
  },
  {
    code: 'D05',
    prompts: ['At home, at school, outside', 'Attention', 'Anger and what comes before it', 'Risks taken'],
    older: ['Alcohol, drugs, trouble with the law, sexual behaviour'],
    well: ['Walks away and counts to ten when teased', 'Well behaved'],
    help: ['Threw a chair twice in March, both times after lunch', 'Aggressive'],
  },
  {
    code: 'D06',
    prompts: [
      'Belonging and culture',
      'How they see themselves',
      'Being treated unfairly',
      'Looks and clothes',
    ],
    older: ['Gender and sexuality, when they wish to talk about it'],
    well: ['Proud of her drawings; showed them at assembly', 'Confident'],
    help: ['Says “I’m the stupid one” at home most days', 'Low self-esteem'],
  },
  {
    code: 'D07',
    prompts: [
      'Steady affection',
      'Brothers and sisters',
      'Friends',
      'Caring for someone',
      'Bullying and unsafe company',
    ],
    older: ['Older friends, online contacts'],
    well: ['Two close friends; plays with both at weekends', 'Sociable'],
    help: ['Two girls took her bag three times this term, school log', 'Gets bullied'],
  },
  {
    code: 'D08',
    prompts: ['Washing, dressing, eating', 'Deciding for themselves', 'Getting about', 'Life online'],
    young: ['Toilet, spoon, shoes'],
    older: ['Money, cooking, travelling alone'],
    well: ['Packs her own bag the evening before', 'Independent'],
    help: ['Came without a coat on 6 of 10 days in February', 'Scruffy'],
  },
];

/** An enquiry about a child who is nobody's yet, with her mother's yes. */
export const A_REQUEST = {
  kind: 'SUPPORT',
  source: 'OWN_AGENCY',
  givenNames: 'Robin',
  familyName: 'Fielding',
  dateOfBirth: '2017-05-04',
  sex: 'FEMALE',
  postcode: 'QX4 7AB',
  setting: 'Northway Primary',
  issues: ['SCHOOL_ATTENDANCE'],
  whatFor: 'Robin misses Mondays since her grandmother moved away. Her mother would like help with mornings.',
  strengths: 'She loves the garden club.',
  familyKnows: true,
  agreed: 'YES',
  agreedBy: 'PARENT',
  agreedName: 'Kit Fielding',
  agreedOn: '2026-03-13',
  passOn: true,
  mayHear: true,
};

export const AN_ADVICE = {
  kind: 'ADVICE',
  source: 'OWN_AGENCY',
  whatFor: 'A child of seven stopped speaking at school after a move. What would you try first?',
};

/** Brokered contact with specialist services: the CAF team's side. */
export const contact = {
  title: 'Contact through us',
  note: 'Somebody on a team asks whether a specialist service could help. Ring the service; the service asks the young person. A no, and no service at all, are told in the same words.',
  none: 'Nobody is waiting for an answer',
  noneBody: 'Questions from teams appear here, the oldest first.',
  asked: '%{name}, %{agency}, %{date}',
  take: 'Take this on',
  others: 'A colleague has taken this on.',
  services: 'Services to ring',
  noServices: 'No specialist service is recorded.',
  said: 'What came of it?',
  answers: {
    NO_SERVICE: 'There is no such service',
    NO: 'The young person said no',
    YES: 'The young person said yes',
    THIRD_WAY: 'The young person suggested another way',
  },
  words: 'What the asker is told',
  wordsHint:
    'Only what the young person agreed to. For example: “Lin from the clinic will ring you on Monday.”',
  answer: 'Send the answer',
};

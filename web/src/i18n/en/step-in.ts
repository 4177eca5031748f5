/** A family that steps down from social care and has no record here. */
export const stepIn = {
  tab: 'From social care',
  title: '%{name} comes from social care',
  note: 'For a family social care steps down and who had no CAF before. The record begins with its plan to make; nothing is written until the family has agreed.',
  back: 'Start support',
  offer: {
    title: 'Does the family come from social care?',
    note: 'Then it begins with what social care knew and what the family agrees to, and the team meets within days.',
    link: 'Begin from social care',
  },
  source: 'What social care knew',
  sourceNote: 'The team that leads from now on reads it with the plan.',
  from: 'Which team of social care?',
  fromHint: 'Of this area or another: “Children in need, Eastmere Council”',
  kind: 'What did they send?',
  kinds: { SUMMARY: 'A summary', ASSESSMENT: 'Their assessment' },
  writtenOn: 'When was it written?',
  writtenOnHint: 'Not more than six months ago',
  writtenBy: 'Who wrote it?',
  text: 'What does it say?',
  textHint:
    'What was worked on, what changed, and what is still to do. Their letter can be filed with the record afterwards.',
  lead: 'Who is asked to lead?',
  leadNote: 'They are asked once the family has agreed to their service, and answer for themselves.',
  leadChosen: '%{name}, %{service}, is asked.',
  next: 'Next: what the family agrees to',
  begun: 'Record %{ref} has begun. %{name} has been asked to lead, and the team is to meet by %{date}.',
  missing: {
    from: 'Say which team of social care the family comes from',
    kind: 'Say whether it is a summary or an assessment',
    writtenOn: 'Enter the day it was written',
    tooOld:
      'It was written more than six months ago: ask social care for a newer summary, or start with an assessment',
    writtenBy: 'Name who wrote it',
    text: 'Write what it says, in a few sentences',
    lead: 'Choose who is asked to lead',
  },
};

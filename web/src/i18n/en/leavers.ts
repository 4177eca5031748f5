/** A worker leaves: a colleague takes over, many cases at once. */
export const leavers = {
  link: 'Somebody leaves',
  title: 'Hand over cases',
  note: 'When somebody leaves or is away for long, a colleague of your service takes their places.',
  who: 'Who leaves?',
  none: 'No open case',
  noneNote: 'Nobody has to take over anything, or you may not see what there is.',
  cases: 'Open cases',
  all: 'All that are shown',
  place: { LP: '%{leadProfessional}', AUTHOR: 'began the record', TACM: 'in the team' },
  to: 'Who takes over?',
  toHint: 'As %{leadProfessional} for now, until somebody accepts.',
  check: 'Check each',
  move: 'Hand over 1 case |||| Hand over %{smart_count} cases',
  more: 'Show more',
  done: '1 case handed over. |||| %{smart_count} cases handed over.',
  answer: {
    MOVED: 'Handed over',
    FINE: 'Can go',
    NOT_THERE: 'No longer there to hand over',
    OTHER: 'Choose another colleague for this one',
  },
};

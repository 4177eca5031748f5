/** The page behind a link to answer an invitation, for guests and families without an account. */
export const answer = {
  title: 'Are you coming?',
  waiting: 'Opening your link…',
  about: 'You are asked to a meeting on %{day} at %{time}, about reference %{ref}.',
  service: 'You are asked for %{agency}.',
  how: 'You can change your answer until %{last}. Whoever asked you sees it and can tell you the place.',
  question: 'Your answer',
  deputy: 'Who comes instead of you',
  send: 'Send my answer',
  saved: 'Thank you. Whoever asked you sees your answer now.',
  over: {
    title: 'This link does not open anything',
    body: 'The meeting may be over or have a new date, or the link may not be complete. Whoever sent it can send a new one.',
  },
} as const;

/** The page behind a report link, for people without an account. */
export const report = {
  title: 'A short report',
  tab: 'A short report',
  waiting: 'Opening your link…',
  about: 'For %{agency}, about reference %{ref}. Needed by %{due}.',
  how: 'Three questions. Answer at least one. Please write no names: say “the child”, “the mother”. The link works until %{last}, and once.',
  questions: {
    goingWell: 'What is going well?',
    worries: 'What are you worried about?',
    nextSteps: 'What do you suggest happens next?',
  },
  hints: {
    goingWell: 'What you have seen or done yourself, for example “came to all four visits”.',
    worries: 'Facts before opinions, and who said so. Not what somebody else told you about a third person.',
    nextSteps: 'What would help, who could do it and by when.',
  },
  need: 'Answer at least one of the three questions',
  keeps: 'What you type is kept on this device until you send it.',
  clear: 'Delete what I typed',
  cleared: 'Deleted from this device.',
  send: 'Send report',
  once: 'Sent once: afterwards the link opens nothing any more, for you as for anybody.',
  sent: {
    title: 'Your report has been sent',
    body: 'The person who asked for it has been told. Nothing of it is left on this device. You can close this page.',
  },
  over: {
    title: 'This link does not open anything',
    body: 'It may have been used, it may have run out, or it may not be complete. Whoever sent it can send a new one.',
  },
  danger: 'If a child is in danger now, do not write: ring 999, or the children’s social care front door.',
} as const;

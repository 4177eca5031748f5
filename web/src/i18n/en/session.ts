/** Time-out, lock and coming back. */
export const session = {
  warning: {
    title: 'Are you still there?',
    body: 'You will be signed out in %{time}. What you typed stays here.',
    stay: 'Stay signed in',
    leave: 'Sign out now',
  },
  lock: {
    title: 'Enter your password to go on',
    idle: 'You were away for a while, so the screen is locked. Everything you typed is still here.',
    hidden: 'You hid the screen. Everything you typed is still here.',
    expired: 'Your session has ended. Everything you typed is still here.',
    as: 'Signed in as %{name}',
    go: 'Continue',
    other: 'Sign in as somebody else',
    otherHint: 'Text that is not saved yet will be lost.',
    wrong: 'That password is not right. Try again.',
  },
  /** The neutral page: no word of the product. */
  dates: {
    title: 'Bank holidays and dates, %{year}',
    where: 'England and Wales',
    list: 'Bank holidays',
    continue: 'Continue',
  },
};

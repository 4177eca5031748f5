/** Time limits an authority sets for itself. */
export const timescales = {
  title: 'Time limits',
  note: 'A change counts for what starts from now on. What is running keeps the day it was given.',
  usual: 'Usually %{value}.',
  set: 'Set on %{date} by %{name}. Usually %{value}.',
  save: 'Save',
  stale: 'Somebody else set this in the meantime. It now stands as shown.',
  unit: {
    wd: 'working days',
    weeks: 'weeks',
    months: 'months',
    days: 'days',
  },
  key: {
    precaf: 'From a worry to the decision what would help',
    consent: 'To ask the family for agreement',
    assessment: 'To finish the assessment',
    tac: 'From the finished assessment to the first meeting',
    reviewFirst: 'From the agreed plan to the first review',
    reviewMax: 'From one review to the next',
    tap: 'Until work without agreement is looked at again',
    panel: 'Until the panel decides',
    pause: 'Until a pause with social care is looked at again',
    stepdown: 'From social care’s stepping down to a meeting of the team',
    transfer: 'Until the new area answers',
  },
};

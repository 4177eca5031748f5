import { ENGLAND_AND_WALES } from '../dates/index.js';
import type { PolicySettings } from './facts.js';

/** The published defaults; an authority may replace any of them. */
export const DEFAULT_SETTINGS: PolicySettings = {
  holidays: ENGLAND_AND_WALES,
  readOnlyWorkingDays: 10,
  readOnlyMonthsAfterClosing: 12,
  childFriendlyUnderAge: 12,
  assurance: {
    read: 'PASSWORD',
    write: 'PASSWORD',
    index: 'PASSWORD',
    send: 'PASSWORD',
    dispose: 'PASSWORD',
  },
};

export * from './police-notice.contract.js';
export * from './school-day.js';

export * from './count.js';
export * from './rate.js';
export * from './suppression.js';
export * from './escalation.js';
export * from './notice.js';

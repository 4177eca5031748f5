export * from './worker.view.js';
export * from './check-domains.js';
export * from './start.contract.js';
export * from './move.contract.js';
export * from './team.contract.js';
export * from './checklist.contract.js';
export * from './invitable.js';
export * from './checklist-rules.js';

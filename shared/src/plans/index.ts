export * from './outcome.contract.js';
export * from './action.contract.js';
export * from './plan.contract.js';
export * from './closing.contract.js';
export * from './plan.view.js';
export * from './distance.js';
export * from './retention.js';

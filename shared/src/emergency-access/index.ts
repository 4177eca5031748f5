export * from './kinds.js';
export * from './emergency.contract.js';
export * from './review-state.js';

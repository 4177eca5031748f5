export * from './claim.js';
export * from './evidence.js';
export * from './claims.contract.js';
export * from './claims.view.js';

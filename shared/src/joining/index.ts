export * from './join.contract.js';
export * from './join.view.js';

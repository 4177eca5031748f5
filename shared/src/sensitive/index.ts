export * from './sensitive.contract.js';
export * from './sensitive.view.js';

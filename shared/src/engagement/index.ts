export * from './engagement.contract.js';
export * from './engagement.view.js';
export * from './identifying.js';

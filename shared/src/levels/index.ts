export * from './document.js';
export * from './document-problems.js';
export * from './help-problems.js';
export * from './levels.contract.js';
export * from './levels.view.js';
export * from './points-to.js';

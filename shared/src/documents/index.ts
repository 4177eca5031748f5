export * from './document.contract.js';
export * from './document.view.js';

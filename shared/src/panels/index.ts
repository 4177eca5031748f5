export * from './panel.contract.js';
export * from './panel.view.js';
export * from './agenda.js';

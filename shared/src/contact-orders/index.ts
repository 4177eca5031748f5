export * from './contact-order.contract.js';
export * from './contact-order.view.js';
export * from './standing.js';

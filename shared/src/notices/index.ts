export * from './topics.js';
export * from './notice.view.js';
export * from './delivery.view.js';

export * from './topics.js';
export * from './notice.view.js';
export * from './delivery.view.js';
export * from './calendar-feed.view.js';

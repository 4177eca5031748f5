export * from './kinds.js';
export * from './week.view.js';
export * from './week.query.js';
export * from './grouping.js';

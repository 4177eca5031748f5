export * from './file-kinds.js';
export * from './refusals.js';

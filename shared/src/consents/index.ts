export * from './line-instants.js';

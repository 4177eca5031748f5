export * from './sharing.contract.js';
export * from './key-questions.js';
export * from './to-finish.js';

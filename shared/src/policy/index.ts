export * from './categories.js';
export * from './roles.js';
export * from './purposes.js';
export * from './facts.js';
export * from './reasons.js';
export * from './decision.js';
export * from './settings.js';

export * from './normalise.js';
export * from './match-keys.js';
export * from './shown-names.js';
export * from './name-problems.js';

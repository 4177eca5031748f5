export * from './permutation.js';
export * from './episode-reference.js';

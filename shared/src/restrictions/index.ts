export * from './block.contract.js';
export * from './relative.contract.js';

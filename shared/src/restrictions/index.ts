export * from './block.contract.js';
export * from './relative.contract.js';
export * from './simulation.contract.js';
export * from './shield.contract.js';
export * from './shield-request.contract.js';

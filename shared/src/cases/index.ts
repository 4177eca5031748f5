export * from './case-facts.js';
export * from './caseload.contract.js';
export * from './case.contract.js';

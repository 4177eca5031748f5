export * from './case-facts.js';
export * from './caseload.contract.js';
export * from './case.contract.js';
export * from './content.contract.js';
export * from './sharing.contract.js';
export * from './jump.contract.js';

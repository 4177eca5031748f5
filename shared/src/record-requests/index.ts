export * from './request-codes.js';
export * from './record-request.contract.js';
export * from './record-request.view.js';
export * from './due.js';
export * from './pack.js';
export * from './answer.js';

export * from './account-request.contract.js';

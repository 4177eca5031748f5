export * from './identity.contract.js';

export * from './service.contract.js';
export * from './request.contract.js';

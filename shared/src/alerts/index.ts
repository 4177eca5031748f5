export * from './alerts.contract.js';

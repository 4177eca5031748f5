export * from './timescales.contract.js';

export * from './referral.contract.js';

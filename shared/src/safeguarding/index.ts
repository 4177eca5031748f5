export * from './referral.contract.js';
export * from './to-finish.js';

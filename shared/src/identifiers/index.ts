export type { Accepted, Checked, Refused } from './checked.js';
export * from './nhs-number.js';
export * from './upn.js';
export * from './uln.js';
export * from './nino.js';
export * from './postcode.js';
export * from './phone.js';
export * from './email.js';
export * from './uprn.js';

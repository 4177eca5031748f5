export * from './enquiry.contract.js';
export * from './enquiry-rules.js';
export * from './enquiry.view.js';
export * from './triage.contract.js';
export * from './heard.js';
export * from './triage-rules.js';

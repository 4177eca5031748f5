export * from './copy.contract.js';
export * from './contribution.contract.js';
export * from './contribution.view.js';
export * from './assessment.contract.js';
export * from './assessment.view.js';
export * from './draft.contract.js';
export * from './section-mark.js';
export * from './text-difference.js';

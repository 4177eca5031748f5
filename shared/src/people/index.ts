export * from './near-match.js';
export * from './known-relation.js';
export * from './find.contract.js';
export * from './find-rules.js';
export * from './child.contract.js';
export * from './child.view.js';
export * from './child-rules.js';
export * from './directory.contract.js';

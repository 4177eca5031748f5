export * from './line-instants.js';
export * from './givers.js';
export * from './agreement.contract.js';
export * from './agreement.view.js';
export * from './agreement-rules.js';
export * from './light.js';
export * from './sentence.js';
export * from './effects.js';

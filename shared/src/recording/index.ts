export * from './note.contract.js';
export * from './note-flag.contract.js';
export * from './note-repair.contract.js';
export * from './chronology.contract.js';

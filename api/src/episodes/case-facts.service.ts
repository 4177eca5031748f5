/** Other features write lines of the case page through here: level, own words, what goes well, what would help. */
export { addCaseFact } from './persistence/episodes.repository.js';

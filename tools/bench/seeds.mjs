/** Pieces of SQL from which an invented world is made: what looks random is always the same for the same words. */

/** A valid version 4 id. @param {string} words an SQL text expression */
export const uuid = (words) =>
  `overlay(overlay(md5(${words}) placing '4' from 13) placing 'a' from 17)::uuid`;
export const id = (kind, n) => uuid(`'${kind}' || (${n})`);
/** A number from 0 to `below`. @param {string} seed an SQL text expression */
export const pick = (seed, below) => `(abs(hashtext(${seed})) % (${below}))`;

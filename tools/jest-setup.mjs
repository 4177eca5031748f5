import 'reflect-metadata';

/**
 * Generated worlds are the same in every run, so that a change is blamed only for what it did. `ENCIRCLE_SEED` gives
 * others, and the proofs walk many.
 */
process.env.ENCIRCLE_SEED ??= '20261122';

/** Every entity, listed by hand: no globs, so that what the program maps can be read here. */
export const ENTITIES = [] as const;

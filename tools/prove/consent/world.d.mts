import type { Fixture } from '@encircle/shared/fixture';

/** The story with something of every kind about every child in it. */
export function story(): Fixture;

import type { Type } from '@nestjs/common';

/** The features of the program, one line each. */
export const FEATURES: Type[] = [];

import type { Type } from '@nestjs/common';
import { CasesModule } from './cases/cases.module.js';
import { EpisodesModule } from '#api/episodes/episodes.module.js';

/** The features of the program, one line each. */
export const FEATURES: Type[] = [CasesModule, EpisodesModule];

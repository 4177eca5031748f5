import type { FormVersion } from '../../form.js';
import { AGREEMENT } from './agreement.js';
import { CHILDS_PAGE } from './childs-page.js';
import { CONCLUDING } from './conclusions.js';
import { elementSection, type Element } from './element.js';
import { DEVELOPMENT } from './elements-development.js';
import { FAMILY } from './elements-family.js';
import { LEARNING } from './elements-learning.js';
import { FAMILY_WORDS } from './family-words.js';
import { HOPES } from './hopes.js';
import { WHO_AND_WHY } from './who-and-why.js';

/** Every element in form order. How many there are follows from the list and is written down nowhere. */
export const CAF_V1_ELEMENTS: readonly Element[] = [...DEVELOPMENT, ...LEARNING, ...FAMILY];

export const CAF_V1: FormVersion = {
  code: 'caf',
  version: 'v1',
  title: '{assessment}',
  groups: [
    { key: 'about', title: 'About this assessment' },
    { key: 'development', title: '{child}’s development' },
    { key: 'learning', title: 'Learning' },
    { key: 'parents', title: 'Parents and carers' },
    { key: 'home', title: 'Family and home' },
    { key: 'finish', title: 'Finish' },
  ],
  sections: [
    WHO_AND_WHY,
    CHILDS_PAGE,
    AGREEMENT,
    ...CAF_V1_ELEMENTS.map(elementSection),
    CONCLUDING,
    HOPES,
    FAMILY_WORDS,
  ],
};

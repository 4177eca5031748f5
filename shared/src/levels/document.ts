import { DEFAULT_THRESHOLDS, type LevelDescriptor, type LevelOfNeed } from '../codes/index.js';
import type { Category } from '../policy/index.js';

/** The three sides of the assessment triangle; a descriptor stands on one of them. */
export const LEVEL_AREAS = ['CHILD', 'CARERS', 'FAMILY'] as const;
export type LevelArea = (typeof LEVEL_AREAS)[number];

/** What was ticked of an area is the kind of information that area is. */
export const AREA_CATEGORY: Readonly<Record<LevelArea, Category>> = {
  CHILD: 'CHILD',
  CARERS: 'PARENTING',
  FAMILY: 'FAMILY',
};

export const LEVELS_OF_NEED = [1, 2, 3, 4] as const satisfies readonly LevelOfNeed[];

/** One thing a practitioner may see, in plain words. */
export interface Descriptor {
  /** Stands for it within its version. */
  key: string;
  area: LevelArea;
  level: LevelOfNeed;
  text: string;
}

/** The local description of levels of need. A version is never changed: what was chosen by it reads as it did. */
export interface LevelsDocument {
  version: string;
  levels: readonly LevelDescriptor[];
  descriptors: readonly Descriptor[];
}

/** A level as it is kept: by which words, what was ticked of them, what that pointed to, and why it is another one. */
export interface KeptLevel {
  level: LevelOfNeed;
  documentVersion: string;
  suggested: LevelOfNeed | null;
  ticked: readonly string[];
  reason: string | null;
}

type Cells = Readonly<Record<LevelArea, Readonly<Record<LevelOfNeed, readonly string[]>>>>;

/** In the order in which they are read: by area, then from level 1 up. */
export function descriptorsOf(cells: Cells): Descriptor[] {
  return LEVEL_AREAS.flatMap((area) =>
    LEVELS_OF_NEED.flatMap((level) =>
      cells[area][level].map((text, index) => ({
        key: `${area.toLowerCase()}-${level}-${index + 1}`,
        area,
        level,
        text,
      })),
    ),
  );
}

/** Our own words; an authority adds its own version in its settings (rule 1.4). */
export const HOUSE_LEVELS: LevelsDocument = {
  version: DEFAULT_THRESHOLDS.version,
  levels: DEFAULT_THRESHOLDS.levels,
  descriptors: descriptorsOf({
    CHILD: {
      1: [
        'Healthy, growing and learning as expected for their age',
        'Goes to school or nursery nearly every day',
        'Has friends and an adult to talk to',
      ],
      2: [
        'Often tired, hungry or unwell, or health visits are missed',
        'Misses school more than others, or is behind in learning',
        'Worried, sad or angry more often than others of their age',
        'Trouble with friends, bullying, or first trouble outside',
      ],
      3: [
        'A health need or disability that needs several services together',
        'Misses school again and again, or was excluded',
        'Distress or behaviour that lasts and holds back daily life',
        'Takes risks with drink, drugs or older friends, or often goes missing for hours',
      ],
      4: [
        'May be hurt, neglected or exploited now',
        'Harms themselves or others seriously, or says they will',
        'Goes missing overnight, or nobody knows where they are',
      ],
    },
    CARERS: {
      1: [
        'Meets the child’s everyday needs and keeps them safe',
        'Warm, and sets limits that fit the child’s age',
      ],
      2: [
        'Needs help with routines, sleep, meals or limits',
        'Under strain: tired, low or alone with it',
        'Asks for help, and can use it',
      ],
      3: [
        'Own health, drink, drugs or conflict often get in the way of caring',
        'Care changes from day to day, or the child looks after others',
        'Help was offered before and did not last',
      ],
      4: [
        'Cannot keep the child safe at present',
        'Basic care is missing again and again, whatever was tried',
      ],
    },
    FAMILY: {
      1: ['A settled home with enough to live on', 'Relatives, friends or neighbours who help'],
      2: [
        'Money is short, or the home is crowded, cold or not secure',
        'A loss, a separation or another change is hard on the child',
        'Few people to turn to',
      ],
      3: [
        'May lose the home, or moved several times in a year',
        'Conflict at home that the child sees or hears',
        'Cut off: nobody comes, or neighbours are hostile',
      ],
      4: ['Violence at home puts the child in danger', 'Nowhere safe to live'],
    },
  }),
};

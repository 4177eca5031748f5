export type LevelOfNeed = 1 | 2 | 3 | 4;

/** One level of the local threshold document, with the version it was taken from stored beside each use. */
export interface LevelDescriptor {
  level: LevelOfNeed;
  name: string;
  /** Short words for the case page */
  short: string;
  meaning: string;
  response: string;
}

export interface ThresholdDocument {
  version: string;
  levels: readonly LevelDescriptor[];
}

/** Our own wording of the usual four-level model (rule 1.4); an authority puts its own in its settings. */
export const DEFAULT_THRESHOLDS: ThresholdDocument = {
  version: '1',
  levels: [
    {
      level: 1,
      name: 'Universal',
      short: 'Everyday services are enough',
      meaning: 'Development is on track and life at home is settled.',
      response: 'School, GP, health visitor and community groups help as they do for everyone.',
    },
    {
      level: 2,
      name: 'Additional',
      short: 'Some extra help',
      meaning: 'Some difficulty in development, health, behaviour, feelings or relationships.',
      response: 'One or two services help for a short time. An assessment when more than one is needed.',
    },
    {
      level: 3,
      name: 'Multiple or complex',
      short: 'Several needs, several services',
      meaning: 'Several or complex needs that no service can meet alone.',
      response: 'An assessment with agreement, a team around the child, one lead and one plan.',
    },
    {
      level: 4,
      name: 'Specialist or statutory',
      short: 'Specialist or statutory help',
      meaning: 'Lasting or growing needs, which may mean significant harm.',
      response:
        'Social care, youth justice or specialist health leads. Refer at once when someone may be harmed.',
    },
  ],
};

export function isLevelOfNeed(value: unknown): value is LevelOfNeed {
  return value === 1 || value === 2 || value === 3 || value === 4;
}

export function levelDescriptor(
  level: LevelOfNeed,
  thresholds: ThresholdDocument = DEFAULT_THRESHOLDS,
): LevelDescriptor {
  const found = thresholds.levels.find((row) => row.level === level);
  if (!found) throw new RangeError(`Threshold document ${thresholds.version} has no level ${level}`);
  return found;
}

/**
 * Worlds that once showed a mistake, asked again every time: compared as they are, and walked over HTTP where the mistake
 * was seen there.
 */
export const KEPT = [
  { seed: 424, walked: false, why: 'an opened case hid rows from a manager with an emergency view' },
  { seed: 3468, walked: false, why: 'an opened case showed what is also about an adult who said no' },
  { seed: 155, walked: false, why: 'an opened case told a manager of a protected parent of another child' },
  {
    seed: 4644,
    walked: false,
    why: 'a line given at the very instant at which all agreement ended counted without the lines before it',
  },
  {
    seed: 9927,
    walked: false,
    why: 'a disclosure about one child opened an archived record for its other children by their old agreement',
  },
  {
    seed: 12176,
    walked: false,
    why: 'a no of a young person of 16 to a service left a named worker of it reading',
  },
  { seed: 101, walked: true, why: 'the list named a case on which the reader’s place had not begun' },
  { seed: 6851, walked: true, why: 'the list named a case of a task that belongs to somebody’s other hat' },
  { seed: 6201, walked: true, why: 'the list named a case disclosed to the place of somebody’s other hat' },
  {
    seed: 29130,
    walked: true,
    why: 'the list named a shielded child’s case to a manager who has a place on it for another service',
  },
  { seed: 701842, walked: false, why: 'the list named a case of the agency of somebody’s other hat' },
];

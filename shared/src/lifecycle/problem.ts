/** Something that stands in the way, for programs and for people. */
export interface Obstacle {
  /** CAPS_SNAKE, stable */
  code: string;
  /** What to do about it, one sentence; terms in braces are filled by the caller's terms */
  words: string;
}

export function obstacle(code: string, words: string): Obstacle {
  return { code, words };
}

/** Nothing when the condition holds, else the obstacle. */
export function unless(holds: boolean, code: string, words: string): Obstacle[] {
  return holds ? [] : [obstacle(code, words)];
}

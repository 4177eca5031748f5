/** Somebody signed in. */
export interface Who {
  userId: string;
  token: string;
  csrf: string;
}

/** A running program with meetings in it, its database, and the rules of that database by themselves. */
export interface MeetingWorld {
  rows(sql: string, values?: unknown[]): Promise<object[]>;
  /** As somebody signed in, or as nobody. */
  ask(
    who: Who | null,
    method: string,
    path: string,
    body?: unknown,
  ): Promise<{ status: number; text: string; bytes: Buffer; headers: object }>;
  readable(who: Who, sql: string, values: readonly unknown[]): Promise<string[]>;
}

export interface Random {
  upTo(n: number): number;
  chance(share: number): boolean;
  one<T>(list: readonly T[]): T;
}

export interface Compared {
  holds: boolean;
  figures: Record<string, number>;
  /** What differs, one line each. */
  found: string[];
}

/** With the meetings that have a wall. */
export interface ComparedWalls extends Compared {
  ran: string[];
}

export function compareRooms(
  world: MeetingWorld,
  how: { most: number; random: Random; ids?: readonly string[] | null; until?: number },
): Promise<ComparedWalls>;

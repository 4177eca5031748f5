import type { Compared, MeetingWorld, Random } from './world.mjs';

export function compareRooms(
  world: MeetingWorld,
  how: { most: number; random: Random; ids?: readonly string[] | null },
): Promise<Compared>;

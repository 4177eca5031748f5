import {
  fixtureCalendar,
  fixtureWith,
  FIXTURE_TODAY,
  type Fixture,
  type SituationKey,
} from '@encircle/shared/fixture';
import type { TestDatabase } from './database.js';
import { onHost } from './host.js';
import { Program, type Client } from './program.js';

/** Who signs in for a role of the story; families' children and parents included. */
export interface StoryProgram {
  program: Program;
  story: Fixture;
  /** Signs in the user of this key ('lena'). */
  as(key: string): Promise<Client>;
  /** Moves the clock to 10:00 on a day written as the scenarios write it. */
  at(day: string, time?: string): Promise<void>;
}

export function ownerUrl(database: TestDatabase): string {
  const url = new URL(process.env['ENCIRCLE_TEST_SUPERUSER_URL'] ?? '');
  url.pathname = `/${database.name}`;
  return url.toString();
}

/** Writes a story to the letter into a database. */
export async function writeStory(
  database: TestDatabase,
  story: Fixture,
  more: { avasTeamsWork?: boolean } = {},
): Promise<void> {
  await onHost('loadStory', { url: ownerUrl(database), story, more });
}

/** The story to the letter, on Monday 16 March 2026 at 10:00, with what a situation adds. */
export async function startStory(
  situation: SituationKey | null = null,
  more: { avasTeamsWork?: boolean } = {},
): Promise<StoryProgram> {
  const program = await Program.start();
  const story = fixtureWith(FIXTURE_TODAY, situation);
  await writeStory(program.database, story, more);
  const calendar = fixtureCalendar(FIXTURE_TODAY);
  const at = (day: string, time = '10:00'): Promise<void> => program.setNow(calendar.at(day, time));
  await at(FIXTURE_TODAY);
  return {
    program,
    story,
    at,
    as: (key) => {
      const user = story.users.find((u) => u.key === key);
      if (!user) throw new RangeError(`nobody in the story is called ${key}`);
      return program.as(user.email);
    },
  };
}

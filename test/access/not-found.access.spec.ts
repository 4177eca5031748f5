import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Answer, Client } from '../kit/program.js';
import { shapeOf, takesAnId, type Route } from '../kit/routes.js';
import { startSituations, type SituationProgram } from '../kit/situations.js';
import { askOf } from './matrix/asking.js';

/** Records the asker has nothing to do with, each kept from them for another reason, and one that is not there. */
const UNKNOWN = ['stranger', 'shielded', 'sealed'] as const;
const NOWHERE = '00000000-0000-4000-8000-000000000000';

/** People without any relation, of roles whose ceiling lets them ask. */
const ASKERS = ['bystander', 'parent of another child'] as const;

describe('an answer about a record one may not know of', () => {
  let world: SituationProgram;

  beforeAll(async () => {
    world = await startSituations();
    world.statements.undo = true;
  }, 300_000);
  afterAll(() => world.program.stop());

  const clientOf = (asker: (typeof ASKERS)[number]): Promise<Client> =>
    asker === 'parent of another child'
      ? world.as('parent', 'member')
      : world.program.as(`${asker}@situations.example`);

  const ask = async (
    client: Client,
    route: Route,
    situation: string | null,
  ): Promise<{ shape: string; length: number; statements: string[] }> => {
    const known = world.ids(situation ?? 'member');
    const fill = (hole: string): string =>
      situation !== null || known.get(hole)?.length !== 36 ? (known.get(hole) ?? NOWHERE) : NOWHERE;
    let answer: Answer | undefined;
    const statements = await world.statements.during(async () => {
      answer = await world.routes.call(client, route, fill, NOWHERE, askOf(route, 'leads'));
    });
    if (!answer) throw new Error('no answer');
    return { shape: shapeOf(answer), length: answer.text.length, statements };
  };

  it.each(ASKERS)(
    'is the same to a %s, byte for byte and statement for statement, as about no record',
    async (asker) => {
      const client = await clientOf(asker);
      const differences: string[] = [];
      let compared = 0;
      for (const route of world.routes.all.filter((each) => takesAnId(each, world.ids('member')))) {
        const nowhere = await ask(client, route, null);
        for (const situation of UNKNOWN) {
          const there = await ask(client, route, situation);
          compared += 1;
          const where = `${route.name} of a ${situation} record`;
          if (there.shape !== nowhere.shape || there.length !== nowhere.length)
            differences.push(`${where}: ${there.shape} instead of ${nowhere.shape}`);
          if (there.statements.join('\n') !== nowhere.statements.join('\n'))
            differences.push(
              `${where}: asks the database ${there.statements.length} times instead of ${nowhere.statements.length}: ${firstOdd(there.statements, nowhere.statements)}`,
            );
        }
      }
      expect(differences).toEqual([]);
      expect(compared).toBeGreaterThan(150);
    },
    600_000,
  );
});

/** The first statement that only one of the two sends. */
const firstOdd = (these: readonly string[], those: readonly string[]): string => {
  const n = these.findIndex((each, i) => each !== those[i]);
  return (these[n < 0 ? those.length - 1 : n] ?? those[these.length] ?? '').slice(0, 120);
};

import { commandFor, moved } from './commands.mjs';
import { differences } from './compare.mjs';
import { Model } from './model.mjs';
import { randomOf } from './random.mjs';
import { CASES, READERS, START } from './world.mjs';

/**
 * Random commands and moves of the clock; after each, what twenty people get over HTTP beside what the policy says of
 * the commands that were accepted.
 * @param world `{ story, call(who, method, path, body), setNow(instant) }`
 */
export async function commandsAndClock(world, { count, seed }) {
  const random = randomOf(seed);
  const model = new Model(world.story);
  const figures = { steps: 0, accepted: 0, refused: 0, moves: 0, asked: 0, readable: 0, different: 0 };
  const found = [];
  let now = `${START}T10:00:00.000Z`;
  for (let n = 0; n < count; n += 1) {
    now = moved(random, now);
    await world.setNow(now);
    const each = random.one(CASES);
    figures.steps += 1;
    if (random.chance(0.25)) figures.moves += 1;
    else {
      const { kind, body } = commandFor(random, each, now.slice(0, 10));
      const path = `/api/episodes/${each.id}/consents${kind === 'withdraw' ? '/withdraw' : ''}`;
      const answer = await world.call(each.lead, 'POST', path, body);
      figures[answer.status < 300 ? 'accepted' : 'refused'] += 1;
      if (answer.status >= 500) found.push(`step ${n}: ${kind} answered ${answer.status}`);
      if (kind === 'record' && answer.status < 300) model.record(each.id, body, now);
      if (kind === 'withdraw' && answer.status < 500) {
        const expected = model.withdraw(each.id, body, now);
        const said = answer.status < 300 ? answer.body.outcome : answer.body.code;
        if (said !== expected) found.push(`step ${n}: ${body.scope} said ${said} instead of ${expected}`);
      }
    }
    // Read a moment later than the command, as the program does.
    const later = new Date(Date.parse(now) + 20_000).toISOString();
    const result = await differences({
      ...world,
      model,
      now: later,
      random,
      readers: READERS,
      episode: each.id,
    });
    figures.asked += result.asked;
    figures.readable += result.readable;
    found.push(...result.found.map((line) => `step ${n}, ${now}, ${each.key}: ${line}`));
    if (found.length > 40) break;
  }
  figures.different = found.length;
  return { holds: found.length === 0 && figures.steps === count, figures, found };
}

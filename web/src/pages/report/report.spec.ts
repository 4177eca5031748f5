import { describe, expect, it } from '@jest/globals';
import { isEmpty, keptFor, NO_WORDS, toKeep, tokenOf, toSend } from './report.model';

const TOKEN = 'Ab3_-'.repeat(8) + 'xyz';
const WORDS = { goingWell: 'Draws every day', worries: '', nextSteps: ' Meet in May ' };

describe('the address of a report link', () => {
  it('holds a secret behind the # or none', () => {
    expect(tokenOf(`#${TOKEN}`)).toBe(TOKEN);
    for (const hash of ['', '#', '#short', `#${TOKEN} and more`, `#${'x'.repeat(201)}`])
      expect([hash, tokenOf(hash)]).toEqual([hash, null]);
  });
});

describe('words kept on this device', () => {
  it('come back for the same link', () => {
    expect(keptFor(TOKEN, toKeep(TOKEN, WORDS))).toEqual(WORDS);
  });

  it('are not shown under another link, and do not hold the secret', () => {
    const stored = toKeep(TOKEN, WORDS);
    expect(keptFor(`Z${TOKEN.slice(1)}`, stored)).toBeNull();
    expect(stored).not.toContain(TOKEN);
  });

  it.each([null, '', 'no json', '[]', '{}', '{"mark":"Ab3_-Ab3","words":null}'])(
    'are none when what is kept is %j',
    (stored) => expect(keptFor(TOKEN, stored)).toBeNull(),
  );
});

describe('what is sent', () => {
  it('is the answers that say something', () => {
    expect(toSend(TOKEN, WORDS)).toEqual({
      token: TOKEN,
      goingWell: 'Draws every day',
      nextSteps: 'Meet in May',
    });
    expect([isEmpty(WORDS), isEmpty(NO_WORDS), isEmpty({ ...NO_WORDS, worries: ' \n' })]).toEqual([
      false,
      true,
      true,
    ]);
  });
});

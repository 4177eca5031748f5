import { describe, expect, it } from '@jest/globals';
import { answersFor, toSend } from './answer.model.js';

describe('answering by a link', () => {
  const codes = (family: boolean) => answersFor({ family }).map(({ value }) => value);

  it('offers services every answer and families those that are theirs', () => {
    expect(codes(false)).toEqual(
      expect.arrayContaining(['COMING', 'DEPUTY', 'SENDING_REPORT', 'NOT_COMING']),
    );
    expect(codes(false)).not.toContain('NO_ANSWER');
    expect(codes(true)).toEqual(codes(false).filter((code) => !['DEPUTY', 'SENDING_REPORT'].includes(code)));
  });

  it('sends a deputy’s name with a deputy only, and an answer only once there is one', () => {
    expect(toSend('secret', 'DEPUTY', ' Sam ')).toEqual({
      token: 'secret',
      answer: 'DEPUTY',
      deputyName: 'Sam',
    });
    expect(toSend('secret', 'COMING', 'Sam')).toEqual({ token: 'secret', answer: 'COMING' });
    expect(toSend('secret', null, '')).toEqual({ token: 'secret' });
  });
});

import { describe, expect, it } from '@jest/globals';
import type { StatementVersionView } from '@encircle/shared/consents';
import { groupsOf, wordingErrors } from './wording.model';

const item = (over: Partial<StatementVersionView>): StatementVersionView => ({
  version: 'v1',
  language: 'en',
  direction: 'ltr',
  form: 'FULL',
  body: '',
  validFrom: '2025-09-01',
  inForce: true,
  behind: false,
  addedBy: null,
  ...over,
});

describe('the wordings in their order', () => {
  it('has English first, in full before easy to read, then by the name of the language', () => {
    const groups = groupsOf([
      item({ language: 'pl' }),
      item({ form: 'EASY_READ' }),
      item({ language: 'ar' }),
      item({ version: 'v2' }),
      item({ version: 'v1', inForce: false }),
    ]);
    expect(groups.map(({ languageName, form }) => `${languageName} ${form}`)).toEqual([
      'English FULL',
      'English EASY_READ',
      'Arabic FULL',
      'Polish FULL',
    ]);
    expect(groups[0]?.current?.version).toBe('v2');
    expect(groups[0]?.others.map(({ version }) => version)).toEqual(['v1']);
  });
});

describe('a wording before it is sent', () => {
  const body = ['What we write', 'Who sees it', 'How long', 'Anyway']
    .map((heading) => `${heading}\n${'Words that say it. '.repeat(4)}`)
    .join('\n\n');

  it('is long enough, in sections, and begins today or later', () => {
    const command = { language: 'en', form: 'FULL', body } as const;
    expect(wordingErrors(command, '2026-03-16', 'too short')).toEqual([]);
    expect(wordingErrors({ ...command, body: 'Sign.' }, '2026-03-16', 'too short')).toEqual([
      { field: 'body', message: 'too short' },
    ]);
    expect(wordingErrors({ ...command, validFrom: '2026-03-15' }, '2026-03-16', '')[0]?.field).toBe(
      'validFrom',
    );
  });
});

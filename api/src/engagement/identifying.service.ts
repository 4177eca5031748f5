import { Injectable } from '@nestjs/common';
import { identifyingWords } from '@encircle/shared/engagement';
import type { EpisodeFacts } from '@encircle/shared/policy';
import type { AccessContext } from '#api/access/access-context.js';
import { invalid } from '#api/platform/errors/domain-error.js';
import { tellingOf } from './persistence/consultations.repository.js';

/** Looks through what is written for people who must not learn which family it is about. */
@Injectable()
export class IdentifyingService {
  /** @throws 400 naming the words, field by field */
  async refuse(
    ctx: AccessContext,
    facts: EpisodeFacts,
    texts: Readonly<Record<string, string>>,
  ): Promise<void> {
    const people = [...facts.subjects, ...facts.relatives].map(({ personId }) => personId);
    const rows = await tellingOf(ctx, people);
    const known = {
      names: rows.flatMap(({ names }) => (names ?? '').split(/[\s-]+/)),
      births: rows.flatMap(({ born }) => (born === null ? [] : [born])),
    };
    refuseWords(
      Object.fromEntries(
        Object.entries(texts).map(([field, text]) => [field, identifyingWords(text, known)]),
      ),
    );
  }
}

export function refuseWords(found: Readonly<Record<string, readonly string[]>>): void {
  const problems: Record<string, string[]> = {};
  for (const [field, words] of Object.entries(found))
    if (words.length > 0)
      problems[field] = [`Leave out what says who it is: ${words.map((word) => `“${word}”`).join(', ')}`];
  if (Object.keys(problems).length > 0) throw invalid(problems);
}

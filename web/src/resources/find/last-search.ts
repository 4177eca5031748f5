import type { QueryClient } from '@tanstack/react-query';
import type { FindAnswer } from '@encircle/shared/people';
import { EMPTY, type FindForm } from './find.model';

/** What was searched and answered. Kept in memory only, under the answers that go at sign-out; never in an address. */
export interface LastSearch {
  form: FindForm;
  answer: FindAnswer | null;
}

const KEY = ['find', 'last'] as const;

export function readLast(client: QueryClient): LastSearch {
  return client.getQueryData<LastSearch>(KEY) ?? { form: EMPTY, answer: null };
}

export function keepLast(client: QueryClient, last: LastSearch): void {
  client.setQueryData(KEY, last);
}

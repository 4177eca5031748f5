import { useQueryClient, type QueryClient } from '@tanstack/react-query';

/** What was searched, so that the boxes of a new child begin with it. In memory only; gone at sign-out. */
export interface BegunChild {
  name: string;
  dateOfBirth: string;
  postcode: string;
  nhsNumber: string;
}

const KEY = ['begun-child'] as const;

export function beginChild(client: QueryClient, child: BegunChild): void {
  client.setQueryData(KEY, child);
}

/** Null until a search was made that lets this reader add a child. */
export function useBegunChild(): BegunChild | null {
  return useQueryClient().getQueryData<BegunChild>(KEY) ?? null;
}

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

/** A family whose record a new child may come into, while somebody looks for the child first. In memory only. */
export interface BegunFamily {
  caseId: string;
  /** Of the brothers and sisters, as a sentence has them. */
  names: string;
  carers: readonly { personId: string; name: string }[];
}

const FAMILY = ['begun-family'] as const;

export function beginForFamily(client: QueryClient, family: BegunFamily | null): void {
  client.setQueryData(FAMILY, family);
}

/** Null where a child is added for nobody's record. */
export function useBegunFamily(): BegunFamily | null {
  return useQueryClient().getQueryData<BegunFamily | null>(FAMILY) ?? null;
}

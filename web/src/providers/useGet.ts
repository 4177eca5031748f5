import { useMutation, useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { useRef } from 'react';
import { outdate } from './ask-anew';
import { api, newKey } from './http';
import type { Problem } from './problem';
import type { ApiRequest, Query } from './request';

/** Key of a question, for `invalidateQueries({ queryKey: ['api', '/episodes/1'] })`. */
export const queryKey = (path: string, query: Query = {}) => ['api', path, query] as const;

/**
 * Asks the API and keeps the answer until sign-out. A null path asks nothing yet.
 * @param purpose why it is asked, where that is not the role's usual purpose
 */
export function useGet<T>(
  path: string | null,
  query: Query = {},
  purpose?: string,
): UseQueryResult<T, Problem> {
  return useQuery<T, Problem>({
    queryKey: purpose ? [...queryKey(path ?? '', query), purpose] : queryKey(path ?? '', query),
    queryFn: ({ signal }) => api<T>(path ?? '', { query, signal, ...(purpose ? { purpose } : {}) }),
    enabled: path !== null,
  });
}

export interface SendOptions {
  method?: 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  purpose?: string;
  reason?: string;
  /** Paths whose answers are out of date afterwards; every question under them is asked again. */
  refresh?: readonly string[];
}

/**
 * Changes something. A create keeps its idempotency key until it succeeded, so pressing twice, or again after
 * a broken line, makes one record.
 * @returns a mutation: `send.mutateAsync(body)`, `send.isPending`, `send.error` (a Problem)
 */
export function useSend<Body, Answer = unknown>(path: string, options: SendOptions = {}) {
  const client = useQueryClient();
  const key = useRef(newKey());
  const { method = 'POST', refresh = [], ...rest } = options;
  return useMutation<Answer, Problem, Body>({
    mutationFn: (body) => {
      const request: ApiRequest = { method, body, idempotencyKey: key.current, ...rest };
      return api<Answer>(path, request);
    },
    onSuccess: async () => {
      key.current = newKey();
      await outdate(client, refresh);
    },
  });
}

import { QueryClient } from '@tanstack/react-query';
import { Problem } from './problem';

/** A broken line or an overloaded server is tried again; a refusal is an answer and is not. */
const again = (count: number, error: unknown): boolean =>
  count < 2 && error instanceof Problem && (error.offline || error.status === 503);

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { retry: again, refetchOnWindowFocus: false, staleTime: 5_000, gcTime: 5 * 60_000 },
    mutations: { retry: false },
  },
});

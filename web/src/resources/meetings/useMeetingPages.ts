import { useInfiniteQuery } from '@tanstack/react-query';
import type { MeetingList } from '@encircle/shared/meetings';
import { api } from '@web/providers/http';
import type { Problem } from '@web/providers/problem';

/** Pages of a list of meetings, one after the other. */
export function useMeetingPages(path: string, query: Record<string, string> = {}) {
  const asked = useInfiniteQuery<MeetingList, Problem, MeetingList, readonly unknown[], string | null>({
    queryKey: ['api', path, query, 'pages'],
    queryFn: ({ signal, pageParam }) =>
      api<MeetingList>(path, { query: { ...query, after: pageParam }, signal }),
    initialPageParam: null,
    getNextPageParam: (last) => last.next,
    select: ({ pages }) => ({ items: pages.flatMap((page) => page.items), next: pages.at(-1)?.next ?? null }),
  });
  return asked;
}

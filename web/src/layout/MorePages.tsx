import { useInfiniteQuery, type InfiniteData, type UseInfiniteQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useWords } from '@web/i18n/useWords';
import { useProblemWords } from '@web/pages/useProblemWords';
import { api } from '@web/providers/http';
import type { Problem } from '@web/providers/problem';
import type { Query } from '@web/providers/request';
import { queryKey } from '@web/providers/useGet';
import { Button } from '@web/ui/Button';
import { Notice } from '@web/ui/Notice';
import { SkeletonRows } from '@web/ui/Skeleton';

interface PageOf<Item> {
  items: Item[];
  next: string | null;
}

export type MoreOf<Page> = UseInfiniteQueryResult<InfiniteData<Page, string | null>, Problem>;

/** A list that grows at its end, read by cursor. Changes under its path ask it again like any question. */
export function useMorePages<Page extends PageOf<unknown>>(path: string, query: Query): MoreOf<Page> {
  return useInfiniteQuery<
    Page,
    Problem,
    InfiniteData<Page, string | null>,
    readonly unknown[],
    string | null
  >({
    queryKey: [...queryKey(path, query), 'more'],
    queryFn: ({ pageParam, signal }) => api<Page>(path, { query: { ...query, after: pageParam }, signal }),
    initialPageParam: null,
    getNextPageParam: ({ next }) => next,
  });
}

export interface MorePagesProps<Item> {
  pages: MoreOf<PageOf<Item>>;
  /** What the button says that brings the next page. */
  more: string;
  /** What a refusal says, where the list is not for everyone. */
  refused?: string;
  children: (items: Item[]) => ReactNode;
}

/** What is there so far and a way to more; before that its shape, else why not. */
export function MorePages<Item>({ pages, more, refused, children }: MorePagesProps<Item>) {
  const w = useWords();
  const say = useProblemWords();
  const { data, error, hasNextPage, isFetchingNextPage } = pages;
  if (error && !data) {
    if (refused && error.status === 403) return <Notice>{refused}</Notice>;
    return (
      <Notice kind="red">
        <p>{say(error)}</p>
        <Button size="small" onClick={() => void pages.refetch()}>
          {w('problem.retry')}
        </Button>
      </Notice>
    );
  }
  if (!data) return <SkeletonRows rows={5} />;
  return (
    <>
      {children(data.pages.flatMap(({ items }) => items))}
      {error && <Notice kind="red">{say(error)}</Notice>}
      {hasNextPage && (
        <div className="no-print">
          <Button kind="neutral" disabled={isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
            {more}
          </Button>
        </div>
      )}
    </>
  );
}

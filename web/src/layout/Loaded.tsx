import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useWords } from '@web/i18n/useWords';
import { NotFoundPage } from '@web/pages/NotFoundPage';
import { RefusedPage } from '@web/pages/RefusedPage';
import { useProblemWords } from '@web/pages/useProblemWords';
import type { Problem } from '@web/providers/problem';
import { Button } from '@web/ui/Button';
import { Notice } from '@web/ui/Notice';
import { SkeletonRows } from '@web/ui/Skeleton';

export interface LoadedProps<T> {
  query: UseQueryResult<T, Problem>;
  /** The shape that waits; default three rows. */
  skeleton?: ReactNode;
  /** It is a page's whole content: a refusal then has a title and a way on. */
  page?: boolean;
  children: (data: T) => ReactNode;
}

/** What was asked, once it is there; before that its shape, else why not and a way to ask again. */
export function Loaded<T>({ query, skeleton = <SkeletonRows />, page = false, children }: LoadedProps<T>) {
  const w = useWords();
  const say = useProblemWords();
  if (query.data !== undefined) return <>{children(query.data)}</>;
  if (!query.error) return <>{skeleton}</>;
  if (query.error.notFound) return <NotFoundPage />;
  // A decision is no failure, and asking again changes nothing.
  if (query.error.status === 403)
    return page ? <RefusedPage why={say(query.error)} /> : <Notice>{say(query.error)}</Notice>;
  return (
    <Notice kind="red">
      <p>{say(query.error)}</p>
      <Button size="small" onClick={() => void query.refetch()}>
        {w('problem.retry')}
      </Button>
    </Notice>
  );
}

import { useState } from 'react';
import type { UseQueryResult } from '@tanstack/react-query';
import type { Problem } from '@web/providers/problem';
import { useGet } from '@web/providers/useGet';
import type { KeysetPagerProps } from '@web/ui/KeysetPager';

interface Listed {
  items: readonly unknown[];
  next: string | null;
  /** How many there are, on first pages of lists that count. */
  total?: unknown;
}

type Total = number | '1000+' | undefined;

const totalOf = ({ total }: Listed): Total =>
  typeof total === 'number' || total === '1000+' ? total : undefined;

/** One page of a list with the way to the next and back; the size is the same for all pages. */
export function useKeyset<T extends Listed>(
  path: string,
  question: Record<string, string>,
  size: number,
): { query: UseQueryResult<T, Problem>; pager: KeysetPagerProps | null } {
  const name = `${path} ${JSON.stringify(question)}`;
  const [place, setPlace] = useState<{ name: string; cursors: string[]; total: Total }>({
    name,
    cursors: [],
    total: undefined,
  });
  // Another question starts at its first page.
  const { cursors, total } = place.name === name ? place : { cursors: [], total: undefined };
  const after = cursors.at(-1);
  const query = useGet<T>(path, { ...question, limit: size, ...(after ? { after } : {}) });
  const page = query.data;
  if (!page) return { query, pager: null };
  const known = totalOf(page) ?? total;
  const go = (next: string[]) => setPlace({ name, cursors: next, total: known });
  const { next } = page;
  const before = cursors.length * size;
  return {
    query,
    pager: {
      from: page.items.length === 0 ? 0 : before + 1,
      to: before + page.items.length,
      ...(known === undefined ? {} : { total: known }),
      onPrevious: cursors.length > 0 ? () => go(cursors.slice(0, -1)) : undefined,
      onNext: next === null ? undefined : () => go([...cursors, next]),
    },
  };
}

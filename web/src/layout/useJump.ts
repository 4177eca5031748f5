import { useDeferredValue } from 'react';
import { useGet } from '@web/providers/useGet';
import type { Page } from '@web/providers/types';

/** One place to jump to. `detail` is only what the reader may see. */
export interface JumpHit {
  kind: string;
  label: string;
  detail: string;
  href: string;
}

const SHORTEST = 2;

/** What the reader may see that fits the words; nothing is asked for fewer than two letters. */
export function useJump(typed: string, pages: readonly JumpHit[]) {
  const words = useDeferredValue(typed.trim());
  const answer = useGet<Page<JumpHit>>(words.length >= SHORTEST ? '/jump' : null, { q: words });
  const near = pages.filter(({ label }) => words !== '' && label.toLowerCase().includes(words.toLowerCase()));
  const asked = words.length >= SHORTEST;
  return {
    hits: [...near, ...(asked ? (answer.data?.items ?? []) : [])],
    waiting: asked && answer.isPending,
    failed: asked && answer.isError,
    asked,
  };
}

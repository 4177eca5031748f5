import { useDeferredValue } from 'react';
import type { JumpAnswer, JumpItem } from '@encircle/shared/cases';
import { EPISODE_STATES, labelOf } from '@encircle/shared/codes';
import { formatDate } from '@encircle/shared/dates';
import { useGet } from '@web/providers/useGet';

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
  const answer = useGet<JumpAnswer>(words.length >= SHORTEST ? '/jump' : null, { q: words });
  const near = pages.filter(({ label }) => words !== '' && label.toLowerCase().includes(words.toLowerCase()));
  const asked = words.length >= SHORTEST;
  return {
    hits: [...near, ...(asked ? (answer.data?.items ?? []).map(caseHit) : [])],
    waiting: asked && answer.isPending,
    failed: asked && answer.isError,
    asked,
  };
}

/** A child of one's own cases; the stage tells two cases of one child apart. */
function caseHit({ episodeId, name, dateOfBirth, state }: JumpItem): JumpHit {
  const detail = [dateOfBirth === null ? '' : formatDate(dateOfBirth), labelOf(EPISODE_STATES, state)];
  return {
    kind: 'case',
    label: name,
    detail: detail.filter(Boolean).join(' · '),
    href: `/cases/${episodeId}`,
  };
}

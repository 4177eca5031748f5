import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import type { PlanView } from '@encircle/shared/plans';
import { useProblemWords } from '@web/pages/useProblemWords';
import { outdate } from '@web/providers/ask-anew';
import { api } from '@web/providers/http';
import { Problem } from '@web/providers/problem';
import { queryKey } from '@web/providers/useGet';
import type { PlanWrite } from './plan-write';

/** Changes of the plan page; the answer is the plan as it now is. */
export function usePlanWrite(episodeId: string): { write: PlanWrite; problem: string } {
  const client = useQueryClient();
  const say = useProblemWords();
  const [problem, setProblem] = useState('');
  const write = useCallback<PlanWrite>(
    async (path, body, method = 'POST') => {
      try {
        const answer = await api<PlanView>(path, { method, body });
        client.setQueryData(queryKey(`/episodes/${episodeId}/plan`), answer);
        setProblem('');
        return true;
      } catch (error) {
        const first = error instanceof Problem ? Object.values(error.fields)[0]?.[0] : undefined;
        setProblem(first ?? say(error));
        if (error instanceof Problem && error.conflict)
          await outdate(client, [`/episodes/${episodeId}/plan`]);
        return false;
      }
    },
    [client, episodeId, say],
  );
  return { write, problem };
}

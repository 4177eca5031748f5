import { useState } from 'react';
import { listedIn, Problem } from '@web/providers/problem';
import { listen } from '@web/providers/signals';
import { useSend } from '@web/providers/useGet';
import type { FormError } from '@web/ui/ErrorSummary';
import { useProblemWords } from './useProblemWords';

export interface FormOptions {
  method?: 'POST' | 'PUT';
  /** What is asked again once it is sent. */
  refresh: string[];
}

/** When the same person has come back after a lock; what was typed stands under it all the while. */
const reopened = (): Promise<void> =>
  new Promise((resolve) => {
    const leave = listen(({ kind }) => {
      if (kind !== 'reopened') return;
      leave();
      resolve();
    });
  });

/**
 * Sends a form: what is wrong by field, all at once, and whether it is on its way. Null is a refusal. What the end of a session
 * stopped is sent again when the same person has signed in again.
 */
export function useForm<Body, Answer = unknown>(path: string, { method = 'POST', refresh }: FormOptions) {
  const say = useProblemWords();
  const [errors, setErrors] = useState<FormError[]>([]);
  const [attempt, setAttempt] = useState(0);
  const sending = useSend<Body, Answer>(path, { method, refresh });
  const send = async (body: Body): Promise<Answer | null> => {
    setAttempt((n) => n + 1);
    setErrors([]);
    try {
      return await sending.mutateAsync(body).catch(async (error: unknown) => {
        if (!(error instanceof Problem) || error.status !== 401) throw error;
        await reopened();
        return sending.mutateAsync(body);
      });
    } catch (error) {
      const listed = listedIn(error);
      setErrors(listed.length > 0 ? listed : [{ message: say(error) }]);
      return null;
    }
  };
  const wrong = (field: string): string | undefined => errors.find((each) => each.field === field)?.message;
  return { send, errors, attempt, wrong, busy: sending.isPending, data: sending.error?.data };
}

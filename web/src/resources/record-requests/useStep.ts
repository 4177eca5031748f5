import { useState } from 'react';
import { useProblemWords } from '@web/pages/useProblemWords';
import { listedIn } from '@web/providers/problem';
import { useSend } from '@web/providers/useGet';
import type { FormError } from '@web/ui/ErrorSummary';

/** Sends one step of a request; what is wrong, by field. */
export function useStep<Body, Answer = unknown>(path: string, method: 'POST' | 'PUT' = 'POST') {
  const say = useProblemWords();
  const [errors, setErrors] = useState<FormError[]>([]);
  const [attempt, setAttempt] = useState(0);
  const sending = useSend<Body, Answer>(path, { method, refresh: ['/record-requests'] });
  const send = async (body: Body): Promise<Answer | null> => {
    setAttempt((n) => n + 1);
    setErrors([]);
    try {
      return await sending.mutateAsync(body);
    } catch (error) {
      const listed = listedIn(error);
      setErrors(listed.length > 0 ? listed : [{ message: say(error) }]);
      return null;
    }
  };
  const wrong = (field: string): string | undefined => errors.find((each) => each.field === field)?.message;
  return { send, errors, attempt, wrong, busy: sending.isPending };
}

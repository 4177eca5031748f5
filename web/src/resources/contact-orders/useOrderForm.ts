import { useState } from 'react';
import { useProblemWords } from '@web/pages/useProblemWords';
import { listedIn } from '@web/providers/problem';
import { useSend } from '@web/providers/useGet';
import type { FormError } from '@web/ui/ErrorSummary';

/** Sends a form about an order; what is wrong, by field. */
export function useOrderForm<Body>(path: string, onDone: () => void) {
  const say = useProblemWords();
  const [errors, setErrors] = useState<FormError[]>([]);
  const [attempt, setAttempt] = useState(0);
  const sending = useSend<Body, unknown>(path, { refresh: ['/episodes', '/my'] });
  const send = async (body: Body): Promise<void> => {
    setAttempt((n) => n + 1);
    setErrors([]);
    try {
      await sending.mutateAsync(body);
      onDone();
    } catch (error) {
      const listed = listedIn(error);
      setErrors(listed.length > 0 ? listed : [{ message: say(error) }]);
    }
  };
  const wrong = (field: string): string | undefined => errors.find((each) => each.field === field)?.message;
  return { send, errors, attempt, wrong, busy: sending.isPending };
}

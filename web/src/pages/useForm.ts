import { useState } from 'react';
import { listedIn } from '@web/providers/problem';
import { useSend } from '@web/providers/useGet';
import type { FormError } from '@web/ui/ErrorSummary';
import { useProblemWords } from './useProblemWords';

export interface FormOptions {
  method?: 'POST' | 'PUT';
  /** What is asked again once it is sent. */
  refresh: string[];
}

/** Sends a form: what is wrong by field, all at once, and whether it is on its way. Null is a refusal. */
export function useForm<Body, Answer = unknown>(path: string, { method = 'POST', refresh }: FormOptions) {
  const say = useProblemWords();
  const [errors, setErrors] = useState<FormError[]>([]);
  const [attempt, setAttempt] = useState(0);
  const sending = useSend<Body, Answer>(path, { method, refresh });
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

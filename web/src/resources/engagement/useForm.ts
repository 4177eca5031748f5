import { useState } from 'react';
import { useProblemWords } from '@web/pages/useProblemWords';
import { errorsOf, Problem } from '@web/providers/problem';
import { useSend } from '@web/providers/useGet';
import type { FormError } from '@web/ui/ErrorSummary';

const REFRESH = ['/episodes', '/consultations', '/my'];

/** Sends one of this room's forms: what is wrong by field, and whether it is on its way. */
export function useForm<Body, Answer>(path: string, method: 'POST' | 'PUT' = 'POST') {
  const say = useProblemWords();
  const [errors, setErrors] = useState<FormError[]>([]);
  const [attempt, setAttempt] = useState(0);
  const sending = useSend<Body, Answer>(path, { method, refresh: REFRESH });
  const send = async (body: Body): Promise<Answer | null> => {
    setAttempt((n) => n + 1);
    setErrors([]);
    try {
      return await sending.mutateAsync(body);
    } catch (error) {
      const fields = error instanceof Problem ? [...errorsOf(error), ...obstacles(error)] : [];
      setErrors(fields.length > 0 ? fields : [{ message: say(error) }]);
      return null;
    }
  };
  const wrong = (field: string): string | undefined => errors.find((each) => each.field === field)?.message;
  return { send, errors, attempt, wrong, busy: sending.isPending };
}

function obstacles({ data }: Problem): FormError[] {
  const found = data['obstacles'];
  return Array.isArray(found) ? (found as { words: string }[]).map(({ words }) => ({ message: words })) : [];
}

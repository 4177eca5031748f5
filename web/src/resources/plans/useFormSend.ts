import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useProblemWords } from '@web/pages/useProblemWords';
import { outdate } from '@web/providers/ask-anew';
import { api, newKey } from '@web/providers/http';
import { listedIn } from '@web/providers/problem';
import type { FormError } from '@web/ui/ErrorSummary';

/**
 * Sends a form of the plan. Everything that stands in the way is shown at once, fields first.
 * @param shown takes the answer, for whoever may not ask for the case again once it is done
 */
export function useFormSend<Answer>(path: string, episodeId: string, shown?: (answer: Answer) => void) {
  const client = useQueryClient();
  const say = useProblemWords();
  const key = useRef(newKey());
  const [errors, setErrors] = useState<FormError[]>([]);
  const [attempt, setAttempt] = useState(0);
  const [busy, setBusy] = useState(false);
  const send = async (body: object, idOf: (path: string) => string = (each) => each): Promise<boolean> => {
    setBusy(true);
    setAttempt((n) => n + 1);
    try {
      const answer = await api<Answer>(path, { method: 'POST', body, idempotencyKey: key.current });
      key.current = newKey();
      setErrors([]);
      await outdate(client, shown ? ['/my/'] : [`/episodes/${episodeId}`, '/my/']);
      shown?.(answer);
      return true;
    } catch (error) {
      // Another body must not be sent under the key of the one that was refused.
      key.current = newKey();
      const found = listedIn(error, idOf);
      setErrors(found.length > 0 ? found : [{ message: say(error) }]);
      return false;
    } finally {
      setBusy(false);
    }
  };
  return {
    send,
    errors,
    attempt,
    busy,
    errorOf: (field: string) => errors.find((each) => each.field === field)?.message,
  };
}

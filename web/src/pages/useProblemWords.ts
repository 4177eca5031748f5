import { useCallback } from 'react';
import { useTranslate } from 'react-admin';
import { useWords } from '@web/i18n/useWords';
import { Problem } from '@web/providers/problem';

/**
 * Turns what was thrown into a sentence: no connection, the words of the refusal's code, what the API said
 * about it, or that something broke, with the reference for the help desk.
 */
export function useProblemWords(): (error: unknown) => string {
  const w = useWords();
  const translate = useTranslate();
  return useCallback(
    (error) => {
      if (!(error instanceof Problem)) return w('problem.broken');
      if (error.offline) return w('problem.offline');
      const known = translate(`problem.codes.${error.code}`, { _: '' });
      if (known) return known;
      if (error.status >= 500) return w('problem.server', { reference: error.reference || error.code });
      if (error.status !== 403) return error.detail || w('problem.refused');
      // What the policy said no to has the words of an opened case; nothing was entered that could be checked.
      return translate(`cases.refused.${error.code}`, { _: '' }) || error.detail || w('problem.notCovered');
    },
    [w, translate],
  );
}

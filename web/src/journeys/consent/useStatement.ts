import type { StatementView } from '@encircle/shared/consents';
import { useGet } from '@web/providers/useGet';
import type { Draft } from './agreement.model';

/** The wording to read out: in the language spoken, easy to read where that was asked for. */
export function useStatement({ language, easyRead }: Pick<Draft, 'language' | 'easyRead'>) {
  return useGet<StatementView>('/consent-statements/current', {
    language,
    form: easyRead ? 'EASY_READ' : 'FULL',
  });
}

import type { CaseView } from '@encircle/shared/cases';
import { useTranslate } from 'react-admin';
import { useWords } from '@web/i18n/useWords';
import { Notice } from '@web/ui/Notice';
import { isClosed } from './case.model';
import { useReader } from './reader';

/** What is held back or cannot be changed, why, and what would change it. */
export function CaseNotices({ view }: { view: CaseView }) {
  const w = useWords();
  const translate = useTranslate();
  const reader = useReader();
  if (isClosed(view)) return <Notice>{w('cases.closed')}</Notice>;
  if (reader === 'family' || view.limited === 'CHILD_FRIENDLY') return null;
  if (view.state === 'PAUSED_STATUTORY') return <Notice kind="amber">{w('cases.paused')}</Notice>;
  if (view.state === 'STEP_UP_PENDING' && !view.readOnly) return <Notice>{w('cases.steppingUp')}</Notice>;
  if (view.limited !== null) {
    return <Notice>{translate(`cases.limited.${view.limited}`, { _: w('cases.limited.other') })}</Notice>;
  }
  return (
    <>
      {view.readOnly && <Notice>{w('cases.readOnly')}</Notice>}
      {view.children.map(
        ({ id, chosenName: name, part }) =>
          part !== null && (
            <Notice key={id}>{translate(`cases.part.${part}`, { name, _: w('cases.readOnly') })}</Notice>
          ),
      )}
    </>
  );
}

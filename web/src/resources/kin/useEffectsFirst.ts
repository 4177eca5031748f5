import { useState } from 'react';
import type { PreviewRelative, RelativeEffects, RelativeView } from '@encircle/shared/people';
import { useForm } from '@web/pages/useForm';
import { previewBody, touchesAgreement, type KinForm } from './kin.model';

/**
 * What touches who may agree is shown before it is saved: the first press asks what it changes, the second saves. Whatever is typed
 * in between makes the answer old.
 */
export function useEffectsFirst(childId: string, form: KinForm, tie: RelativeView | null) {
  const asking = useForm<PreviewRelative, RelativeEffects>(`/children/${childId}/relatives/preview`, {
    refresh: [],
  });
  const [shown, setShown] = useState<{ asked: string; effects: RelativeEffects } | null>(null);
  const body = previewBody(form, tie);
  const asked = JSON.stringify(body);
  const effects = shown?.asked === asked ? shown.effects : null;
  const first = touchesAgreement(form, tie) && effects === null;
  /** @returns whether it may be saved now */
  const pass = async (): Promise<boolean> => {
    if (!first) return true;
    const answer = await asking.send(body);
    if (answer) setShown({ asked, effects: answer });
    return false;
  };
  return { first, effects: touchesAgreement(form, tie) ? effects : null, pass, asking };
}

import { useCallback, useMemo, useState } from 'react';
import type { AgreementsView, EffectsView, PreviewAgreement, StepIn } from '@encircle/shared/consents';
import { formatDate } from '@encircle/shared/dates';
import type { EpisodeStateView } from '@encircle/shared/episodes';
import { useWords } from '@web/i18n/useWords';
import type { KeptPlace } from '@web/journeys/caf/kept-text';
import { useHalfWritten } from '@web/journeys/caf/useHalfWritten';
import { emptyDraft, takenUp } from '@web/journeys/consent/agreement.model';
import { AgreementForm } from '@web/journeys/consent/AgreementForm';
import { api } from '@web/providers/http';
import { useToday } from '@web/providers/me';
import { Problem } from '@web/providers/problem';
import { useSend } from '@web/providers/useGet';
import type { FormError } from '@web/ui/ErrorSummary';
import { Notice } from '@web/ui/Notice';
import { SkeletonPage } from '@web/ui/Skeleton';
import { childrenOf, ofThisPart, toStepIn, type StepInForm } from './step-in.model';

export interface AgreementPartProps {
  childId: string;
  form: StepInForm;
  view: AgreementsView;
  place: KeptPlace;
  /** @param errors what has to be mended in the first part */
  onBack: (errors: FormError[]) => void;
}

/** What the family agrees to, asked as anywhere else; saving it begins the record, or nothing is written. */
export function AgreementPart({ childId, form, view, place, onBack }: AgreementPartProps) {
  const w = useWords();
  const today = useToday();
  const [begun, setBegun] = useState<EpisodeStateView | null>(null);
  const own = useMemo<KeptPlace>(() => ({ ...place, section: `${place.section}.agreement` }), [place]);
  const half = useHalfWritten(own);
  const send = useSend<StepIn, EpisodeStateView>('/episodes/step-in', { refresh: ['/my', '/children'] });
  const asked = JSON.stringify(childrenOf(form, childId));
  const effects = useCallback(
    (agreement: PreviewAgreement, signal: AbortSignal) =>
      api<EffectsView>('/episodes/step-in/preview', {
        method: 'POST',
        body: { ...(JSON.parse(asked) as object), agreement },
        signal,
      }),
    [asked],
  );
  if (half === undefined) return <SkeletonPage />;
  const kept = takenUp(half?.text, view);
  const { lead } = form;
  const { userId = '', agencyId = '', fullName: name = '', agencyName: agency = '' } = lead ?? {};
  return (
    <AgreementForm
      view={view}
      people={[{ userId, name, agencyId, agency }]}
      effects={effects}
      save={async (act) => {
        try {
          const made = await send.mutateAsync(toStepIn(form, childId, act));
          setBegun(made);
          return made.id;
        } catch (error) {
          const first = error instanceof Problem ? ofThisPart(error.fields) : [];
          if (first.length > 0) onBack(first);
          throw error;
        }
      }}
      busy={send.isPending}
      before={() => onBack([])}
      begin={kept ?? emptyDraft(view.subjects[0]?.personId ?? childId, today)}
      savedBefore={kept ? (half?.at ?? null) : null}
      place={own}
      saved={
        begun && (
          <Notice kind="good">
            <p>
              {w('stepIn.begun', { ref: begun.ref, name, date: begun.dueOn ? formatDate(begun.dueOn) : '' })}
            </p>
          </Notice>
        )
      }
    />
  );
}

import { useMemo, useState } from 'react';
import { useParams } from 'react-router';
import type { AgreementsView, StepInChildren } from '@encircle/shared/consents';
import type { ChildView, SiblingList } from '@encircle/shared/people';
import { useWords } from '@web/i18n/useWords';
import { BackLink } from '@web/layout/BackLink';
import { Loaded } from '@web/layout/Loaded';
import { siblingOptions } from '@web/layout/sibling-options';
import type { KeptPlace } from '@web/journeys/caf/kept-text';
import { useHalfWritten, type HalfWritten } from '@web/journeys/caf/useHalfWritten';
import { useKeptForm } from '@web/journeys/caf/useKeptForm';
import { useForm } from '@web/pages/useForm';
import { useMe, useToday } from '@web/providers/me';
import { useGet } from '@web/providers/useGet';
import { Button } from '@web/ui/Button';
import { Card } from '@web/ui/Card';
import { CheckList } from '@web/ui/CheckList';
import { ErrorSummary, type FormError } from '@web/ui/ErrorSummary';
import { Actions, Stack } from '@web/ui/layout';
import { PageTitle } from '@web/ui/PageTitle';
import { SavedLine } from '@web/ui/SavedLine';
import { SkeletonPage } from '@web/ui/Skeleton';
import { AgreementPart } from './AgreementPart';
import { LeadCard, SourceCard } from './SourceFields';
import { childrenOf, EMPTY, problemsOf, type StepInForm } from './step-in.model';

/** A family steps down from social care and has no record here (T40): what social care knew, who leads, what they agree to. */
export default function StepInPage() {
  const { childId = '' } = useParams();
  const { user } = useMe();
  const child = useGet<ChildView>(`/children/${childId}`);
  const siblings = useGet<SiblingList>(`/children/${childId}/siblings`);
  const place = useMemo<KeptPlace>(
    () => ({ userId: user.id, form: 'step-in', recordId: user.id, section: childId }),
    [user.id, childId],
  );
  const half = useHalfWritten(place);
  return (
    <Loaded query={child} page>
      {(data) => (
        <Loaded query={siblings}>
          {({ items }) =>
            half === undefined ? (
              <SkeletonPage />
            ) : (
              <Journey child={data} siblings={items} place={place} half={half} />
            )
          }
        </Loaded>
      )}
    </Loaded>
  );
}

interface JourneyProps {
  child: ChildView;
  siblings: SiblingList['items'];
  place: KeptPlace;
  half: HalfWritten | null;
}

function Journey({ child, siblings, place, half }: JourneyProps) {
  const kept = useKeptForm<StepInForm>(place, half, EMPTY);
  const [family, setFamily] = useState<AgreementsView | null>(null);
  const [refused, setRefused] = useState<FormError[]>([]);
  if (family !== null)
    return (
      <AgreementPart
        childId={child.id}
        form={kept.value}
        view={family}
        place={place}
        onBack={(errors) => {
          setRefused(errors);
          setFamily(null);
        }}
      />
    );
  return <FirstPart child={child} siblings={siblings} kept={kept} refused={refused} onNext={setFamily} />;
}

interface FirstPartProps {
  child: ChildView;
  siblings: SiblingList['items'];
  kept: ReturnType<typeof useKeptForm<StepInForm>>;
  /** What the API said of this part when the whole was sent. */
  refused: readonly FormError[];
  onNext: (family: AgreementsView) => void;
}

function FirstPart({ child, siblings, kept, refused, onNext }: FirstPartProps) {
  const w = useWords();
  const today = useToday();
  const [mine, setMine] = useState(refused);
  const [tries, setTries] = useState(refused.length > 0 ? 1 : 0);
  const ask = useForm<StepInChildren, AgreementsView>('/episodes/step-in/family', { refresh: [] });
  const { value } = kept;
  const errors = mine.length > 0 ? mine : ask.errors;
  const wrong = (field: string) => errors.find((each) => each.field === field)?.message;
  const set = (part: Partial<StepInForm>) => kept.set((now) => ({ ...now, ...part }));
  const next = async () => {
    setTries((n) => n + 1);
    const found = problemsOf(value, today, {
      from: w('stepIn.missing.from'),
      kind: w('stepIn.missing.kind'),
      writtenOn: w('stepIn.missing.writtenOn'),
      tooOld: w('stepIn.missing.tooOld'),
      writtenBy: w('stepIn.missing.writtenBy'),
      text: w('stepIn.missing.text'),
      lead: w('stepIn.missing.lead'),
    });
    setMine(found);
    if (found.length > 0) return;
    await kept.flush();
    const view = await ask.send(childrenOf(value, child.id));
    if (view !== null) onNext(view);
  };
  return (
    <>
      <PageTitle
        title={w('stepIn.title', { name: child.chosenName })}
        tab={w('stepIn.tab')}
        note={w('stepIn.note')}
        kicker={<BackLink to={`/children/${child.id}/start`}>{w('stepIn.back')}</BackLink>}
      />
      <Stack>
        <ErrorSummary errors={errors} attempt={tries + ask.attempt} />
        {siblings.length > 0 && (
          <Card>
            <CheckList
              name="childIds"
              label={w('children.start.also')}
              hint={w('children.start.alsoHint')}
              options={siblingOptions(siblings, w)}
              value={value.also}
              error={wrong('childIds')}
              onChange={(also) => set({ also })}
            />
          </Card>
        )}
        <SourceCard form={value} wrong={wrong} set={set} />
        <LeadCard form={value} wrong={wrong} set={set} />
        <Actions>
          <Button kind="filled" size="large" disabled={ask.busy} onClick={() => void next()}>
            {w('stepIn.next')}
          </Button>
          <SavedLine state={kept.state} />
        </Actions>
      </Stack>
    </>
  );
}

import { useMemo } from 'react';
import { useNavigate } from 'react-router';
import type { EnquiryView } from '@encircle/shared/enquiries';
import { useWords } from '@web/i18n/useWords';
import { BackLink } from '@web/layout/BackLink';
import type { KeptPlace } from '@web/journeys/caf/kept-text';
import { useHalfWritten, type HalfWritten } from '@web/journeys/caf/useHalfWritten';
import { useKeptForm } from '@web/journeys/caf/useKeptForm';
import { useForm } from '@web/pages/useForm';
import { useBegunChild } from '@web/providers/begun-child';
import { useMe } from '@web/providers/me';
import { Button } from '@web/ui/Button';
import { Card } from '@web/ui/Card';
import { ErrorSummary } from '@web/ui/ErrorSummary';
import { Actions, FieldStack, Stack } from '@web/ui/layout';
import { Notice } from '@web/ui/Notice';
import { PageTitle } from '@web/ui/PageTitle';
import { RadioGroup } from '@web/ui/RadioGroup';
import { SavedLine } from '@web/ui/SavedLine';
import { SkeletonPage } from '@web/ui/Skeleton';
import { AgreementFields } from './AgreementFields';
import { begunForm, toSend, type EnquiryForm } from './enquiries.model';
import { WhatFields } from './WhatFields';
import { WhoFields } from './WhoFields';

/** Asking the CAF team: for support with a name and a yes, or for advice without either. */
export default function NewEnquiryPage() {
  const { user } = useMe();
  const place = useMemo<KeptPlace>(
    () => ({ userId: user.id, form: 'enquiry', recordId: user.id, section: 'enquiry' }),
    [user.id],
  );
  const half = useHalfWritten(place);
  return half === undefined ? <SkeletonPage /> : <Ask place={place} half={half} />;
}

function Ask({ place, half }: { place: KeptPlace; half: HalfWritten | null }) {
  const w = useWords();
  const go = useNavigate();
  const begun = useBegunChild();
  const kept = useKeptForm<EnquiryForm>(place, half, begunForm(begun));
  const form = useForm<EnquiryForm, EnquiryView>('/enquiries', { refresh: ['/enquiries', '/enquiry-queue'] });
  const { value } = kept;
  const props = {
    value,
    wrong: form.wrong,
    set: (over: EnquiryForm) => kept.set((now) => ({ ...now, ...over })),
  };
  const send = async () => {
    await kept.flush();
    const made = await form.send(toSend(value));
    if (made === null) return;
    kept.settled(made.madeAt);
    await go(`/enquiries/${made.id}`);
  };
  const named = value.kind !== 'ADVICE';
  return (
    <>
      <PageTitle
        title={w('enquiries.form.title')}
        note={w('enquiries.form.note')}
        kicker={<BackLink to="/enquiries">{w('enquiries.title')}</BackLink>}
      />
      <Stack>
        <Notice kind="amber">
          <p>{w('enquiries.form.danger')}</p>
          <Button size="small" to="/safeguarding/refer">
            {w('enquiries.form.dangerLink')}
          </Button>
        </Notice>
        <ErrorSummary errors={form.errors} attempt={form.attempt} />
        <Card>
          <FieldStack>
            <RadioGroup
              name="kind"
              label={w('enquiries.form.kind')}
              options={(['SUPPORT', 'ADVICE'] as const).map((kind) => ({
                value: kind,
                label: w(`enquiries.form.kinds.${kind}`),
                hint: w(`enquiries.form.kindHints.${kind}`),
              }))}
              value={value.kind ?? null}
              error={form.wrong('kind')}
              onChange={(kind) => props.set({ kind: kind as 'SUPPORT' })}
            />
            {named && begun === null && (
              <Notice>
                <p>{w('enquiries.form.search')}</p>
                <Button size="small" to="/find">
                  {w('enquiries.form.searchLink')}
                </Button>
              </Notice>
            )}
          </FieldStack>
        </Card>
        {named && <WhoFields {...props} />}
        <WhatFields {...props} />
        {named && <AgreementFields {...props} />}
        <Actions>
          <Button kind="filled" disabled={form.busy} onClick={() => void send()}>
            {w('enquiries.form.send')}
          </Button>
          <SavedLine state={kept.state} />
        </Actions>
      </Stack>
    </>
  );
}

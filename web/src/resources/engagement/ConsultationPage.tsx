import { useState } from 'react';
import { useParams } from 'react-router';
import type { ConsultationView, HoldConsultation } from '@encircle/shared/engagement';
import { useWords } from '@web/i18n/useWords';
import { Loaded } from '@web/layout/Loaded';
import { useToday } from '@web/providers/me';
import { useGet } from '@web/providers/useGet';
import { Button } from '@web/ui/Button';
import { Card } from '@web/ui/Card';
import { DateField } from '@web/ui/DateField';
import { ErrorSummary } from '@web/ui/ErrorSummary';
import { FieldStack, Stack } from '@web/ui/layout';
import { PageTitle } from '@web/ui/PageTitle';
import { TextArea } from '@web/ui/TextArea';
import { ConsultationLines } from './ConsultationLines';
import { PlansCard } from './PlansCard';
import { useForm } from './useForm';

/** One question: for whoever asks, for those asked, and for the CAF team. Nobody reads which child it is about. */
export default function ConsultationPage() {
  const { consultationId = '' } = useParams();
  const w = useWords();
  const query = useGet<ConsultationView>(`/consultations/${consultationId}`);
  return (
    <Loaded query={query}>
      {(view) => (
        <>
          <PageTitle title={w('engagement.one.title')} note={w('engagement.one.note')} />
          <Stack>
            <Card>
              <ConsultationLines item={view} />
            </Card>
            {view.mayHold && <Advice view={view} />}
            {view.mayPlan && <PlansCard plans={view.plans} writeTo={`/consultations/${view.id}/plan`} />}
          </Stack>
        </>
      )}
    </Loaded>
  );
}

function Advice({ view }: { view: ConsultationView }) {
  const w = useWords();
  const today = useToday();
  const form = useForm<HoldConsultation, ConsultationView>(`/consultations/${view.id}/hold`);
  const [heldOn, setHeldOn] = useState(today);
  const [advice, setAdvice] = useState('');
  return (
    <Card title={w('engagement.one.advice')}>
      <FieldStack>
        <ErrorSummary errors={form.errors} attempt={form.attempt} />
        <DateField
          name="heldOn"
          label={w('engagement.one.heldOn')}
          value={heldOn}
          error={form.wrong('heldOn')}
          onChange={setHeldOn}
        />
        <TextArea
          name="advice"
          label={w('engagement.one.adviceLabel')}
          hint={w('engagement.one.adviceHint')}
          rows={4}
          maxLength={4000}
          value={advice}
          error={form.wrong('advice')}
          onChange={(event) => setAdvice(event.target.value)}
        />
        <div>
          <Button
            kind="filled"
            disabled={form.busy}
            onClick={() => void form.send({ version: view.version, heldOn, advice })}
          >
            {w('engagement.one.save')}
          </Button>
        </div>
      </FieldStack>
    </Card>
  );
}

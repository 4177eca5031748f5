import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { PLAN_AGREEMENT } from '@encircle/shared/codes';
import type { PlanView } from '@encircle/shared/plans';
import { CaseLink } from '@web/layout/CaseLink';
import { Loaded } from '@web/layout/Loaded';
import { useWords } from '@web/i18n/useWords';
import { useGet } from '@web/providers/useGet';
import { Button } from '@web/ui/Button';
import { Card } from '@web/ui/Card';
import { ErrorSummary } from '@web/ui/ErrorSummary';
import { FieldStack, Stack } from '@web/ui/layout';
import { PageTitle } from '@web/ui/PageTitle';
import { RadioGroup } from '@web/ui/RadioGroup';
import { TextArea } from '@web/ui/TextArea';
import { useFormSend } from './useFormSend';

/** Read together; each of the family says for themself. */
export default function AgreePage() {
  const { caseId = '' } = useParams();
  const query = useGet<PlanView>(`/episodes/${caseId}/plan`);
  return <Loaded query={query}>{(view) => <Form view={view} />}</Loaded>;
}

function Form({ view }: { view: PlanView }) {
  const w = useWords();
  const go = useNavigate();
  const [answers, setAnswers] = useState<Readonly<Record<string, string>>>(() =>
    Object.fromEntries((view.plan?.agreements ?? []).map((each) => [each.personId, each.agreed])),
  );
  const [contingency, setContingency] = useState(view.plan?.contingency ?? '');
  const form = useFormSend(`/plans/${view.plan?.id ?? ''}/agree`, view.episodeId);
  const family = view.people.filter((each) => each.kind === 'FAMILY');
  const submit = async () => {
    const agreements = Object.entries(answers).map(([personId, agreed]) => ({ personId, agreed }));
    const body = {
      version: view.plan?.version ?? 0,
      agreements,
      ...(contingency.trim() ? { contingency } : {}),
    };
    if (await form.send(body, () => (family[0] ? `agree-${family[0].id}` : 'contingency')))
      void go(`/cases/${view.episodeId}/plan`);
  };
  return (
    <>
      <PageTitle
        title={w('plans.agreePage.title')}
        note={w('plans.agreePage.note')}
        kicker={<CaseLink caseId={view.episodeId} name={view.child.name} />}
      />
      <Stack>
        <ErrorSummary errors={form.errors} attempt={form.attempt} />
        <Card>
          <FieldStack>
            {family.map((person) => (
              <RadioGroup
                key={person.id}
                name={`agree-${person.id}`}
                label={w('plans.agreePage.person', { name: person.name })}
                options={PLAN_AGREEMENT.rows.map((row) => ({ value: row.code, label: row.label }))}
                value={answers[person.id] ?? null}
                onChange={(agreed) => setAnswers({ ...answers, [person.id]: agreed })}
              />
            ))}
            <TextArea
              name="contingency"
              label={w('plans.agreePage.contingency')}
              hint={w('plans.agreePage.contingencyHint')}
              optional={w('meetings.ifAny')}
              value={contingency}
              onChange={(event) => setContingency(event.target.value)}
            />
            <div>
              <Button kind="filled" size="large" onClick={() => void submit()} disabled={form.busy}>
                {w('plans.agreePage.submit')}
              </Button>
            </div>
          </FieldStack>
        </Card>
      </Stack>
    </>
  );
}

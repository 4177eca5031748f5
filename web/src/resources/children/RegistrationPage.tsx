import { styled } from '@mui/material/styles';
import { useState, type FormEvent } from 'react';
import { useParams, useSearchParams } from 'react-router';
import { familyLabelOf, RELATIONSHIPS } from '@encircle/shared/codes';
import { formatDate } from '@encircle/shared/dates';
import {
  mayBeRegistered,
  registrationProblems,
  type ChildView,
  type RegisterParent,
  type RelativeList,
  type RelativeView,
} from '@encircle/shared/people';
import { useWords } from '@web/i18n/useWords';
import { Loaded } from '@web/layout/Loaded';
import { useProblemWords } from '@web/pages/useProblemWords';
import { useToday } from '@web/providers/me';
import { errorsOf, Problem } from '@web/providers/problem';
import { useGet, useSend } from '@web/providers/useGet';
import { Button } from '@web/ui/Button';
import { Card } from '@web/ui/Card';
import { DateField } from '@web/ui/DateField';
import { ErrorSummary, type FormError } from '@web/ui/ErrorSummary';
import { Actions, FieldStack, Stack } from '@web/ui/layout';
import { Notice } from '@web/ui/Notice';
import { PageTitle } from '@web/ui/PageTitle';
import { RadioGroup } from '@web/ui/RadioGroup';
import { TextInput } from '@web/ui/TextInput';

const Form = styled('form')({ maxWidth: '48rem' });

/** The birth is registered: a parent on the certificate has parental responsibility from that day. */
export default function RegistrationPage() {
  const { childId = '' } = useParams();
  const child = useGet<ChildView>(`/children/${childId}`);
  const relatives = useGet<RelativeList>(`/children/${childId}/relatives`);
  return (
    <Loaded query={child} page>
      {(view) => (
        <Loaded query={relatives}>
          {({ items }) => <RegistrationForm child={view} ties={items.filter(mayBeRegistered)} />}
        </Loaded>
      )}
    </Loaded>
  );
}

function RegistrationForm({ child, ties }: { child: ChildView; ties: readonly RelativeView[] }) {
  const w = useWords();
  const say = useProblemWords();
  const today = useToday();
  const [search] = useSearchParams();
  const caseId = search.get('case') ?? '';
  const send = useSend<RegisterParent, RelativeList>(`/children/${child.id}/birth/registration`, {
    refresh: ['/children', '/episodes', '/my'],
  });
  const [who, setWho] = useState('');
  const [registeredOn, setOn] = useState('');
  const [evidence, setEvidence] = useState('');
  const [errors, setErrors] = useState<FormError[]>([]);
  const [attempt, setAttempt] = useState(0);
  const [done, setDone] = useState('');
  const errorOf = (field: string) => errors.find((each) => each.field === field)?.message;
  const title = w('children.registration.title', { name: child.chosenName });

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setAttempt((n) => n + 1);
    const tie = ties.find(({ id }) => id === who);
    const wrong = {
      ...(tie ? {} : { relationshipId: ['Choose the parent who was registered'] }),
      ...registrationProblems({ registeredOn }, child.dateOfBirth, today),
    };
    setErrors(Object.entries(wrong).map(([field, [message = '']]) => ({ field, message })));
    if (!tie || Object.keys(wrong).length > 0) return;
    try {
      await send.mutateAsync({ relationshipId: tie.id, version: tie.version, registeredOn, evidence });
      setDone(w('children.registration.done', { name: tie.fullName, date: formatDate(registeredOn) }));
    } catch (error) {
      const lines = error instanceof Problem ? errorsOf(error) : [];
      setErrors(lines.length > 0 ? lines : [{ message: say(error) }]);
    }
  };

  const back = (
    <Button kind="quiet" to={`/cases/${caseId}/family`}>
      {w('children.birth.back')}
    </Button>
  );
  if (done !== '')
    return (
      <>
        <PageTitle title={title} />
        <Stack>
          <Notice kind="good">{done}</Notice>
          <Actions>
            <Button kind="filled" to={`/cases/${caseId}/agreement`}>
              {w('children.birth.agree')}
            </Button>
            {back}
          </Actions>
        </Stack>
      </>
    );
  return (
    <>
      <PageTitle title={title} note={w('children.registration.note')} />
      {ties.length === 0 ? (
        <Stack>
          <Notice>{w('children.registration.nobody')}</Notice>
          <Actions>{back}</Actions>
        </Stack>
      ) : (
        <Form onSubmit={(event) => void submit(event)} noValidate>
          <Stack>
            <ErrorSummary errors={errors} attempt={attempt} />
            <Card>
              <FieldStack>
                <RadioGroup
                  name="relationshipId"
                  label={w('children.registration.who')}
                  options={ties.map(({ id, fullName, kind }) => ({
                    value: id,
                    label: [fullName, familyLabelOf(RELATIONSHIPS, kind)].filter(Boolean).join(', '),
                  }))}
                  value={who}
                  error={errorOf('relationshipId')}
                  onChange={setWho}
                />
                <DateField
                  name="registeredOn"
                  label={w('children.registration.on')}
                  value={registeredOn}
                  error={errorOf('registeredOn')}
                  onChange={setOn}
                />
                <TextInput
                  name="evidence"
                  label={w('children.registration.evidence')}
                  hint={w('children.registration.evidenceHint')}
                  optional={w('children.add.ifKnown')}
                  value={evidence}
                  error={errorOf('evidence')}
                  onChange={(event) => setEvidence(event.target.value)}
                />
              </FieldStack>
            </Card>
            <Actions>
              <Button kind="filled" size="large" type="submit" disabled={send.isPending}>
                {w('children.registration.save')}
              </Button>
              {back}
            </Actions>
          </Stack>
        </Form>
      )}
    </>
  );
}

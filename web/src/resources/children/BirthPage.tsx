import { styled } from '@mui/material/styles';
import { useState, type FormEvent } from 'react';
import { useParams, useSearchParams } from 'react-router';
import { DOB_STATUS, SEX } from '@encircle/shared/codes';
import { birthNeedsConfirming, formatDate, isCivilDate } from '@encircle/shared/dates';
import { birthProblems, type ChildView, type RecordBirth } from '@encircle/shared/people';
import { useWords } from '@web/i18n/useWords';
import { Loaded } from '@web/layout/Loaded';
import { useProblemWords } from '@web/pages/useProblemWords';
import { useToday } from '@web/providers/me';
import { errorsOf } from '@web/providers/problem';
import { useGet, useSend } from '@web/providers/useGet';
import { Button } from '@web/ui/Button';
import { Card } from '@web/ui/Card';
import { CheckBox } from '@web/ui/CheckList';
import { DateField } from '@web/ui/DateField';
import { EmptyState } from '@web/ui/EmptyState';
import { ErrorSummary, type FormError } from '@web/ui/ErrorSummary';
import { Actions, FieldStack, Stack } from '@web/ui/layout';
import { PageTitle } from '@web/ui/PageTitle';
import { RadioGroup } from '@web/ui/RadioGroup';
import { Select } from '@web/ui/Select';
import { TextInput } from '@web/ui/TextInput';
import { BornNotice } from './BornNotice';
import { optionsOf } from './PersonRow';

const Form = styled('form')({ maxWidth: '48rem' });

/** The baby is born: name, day, sex and number. The record goes on as the same child. */
export default function BirthPage() {
  const { childId = '' } = useParams();
  const child = useGet<ChildView>(`/children/${childId}`);
  const [born, setBorn] = useState<ChildView | null>(null);
  return (
    <Loaded query={child} page>
      {(view) => (born ? <BornNotice child={born} /> : <BirthForm child={view} onBorn={setBorn} />)}
    </Loaded>
  );
}

type Typed = Omit<RecordBirth, 'version' | 'digitsConfirmed'>;

function BirthForm({ child, onBorn }: { child: ChildView; onBorn: (born: ChildView) => void }) {
  const w = useWords();
  const say = useProblemWords();
  const today = useToday();
  const [search] = useSearchParams();
  const back = `/cases/${search.get('case') ?? ''}/family`;
  const send = useSend<RecordBirth, ChildView>(`/children/${child.id}/birth`, {
    refresh: ['/children', '/episodes', '/my'],
  });
  const [typed, setTyped] = useState<Typed>({ dateOfBirth: '', dobStatus: '', sex: '' });
  const [errors, setErrors] = useState<FormError[]>([]);
  const [attempt, setAttempt] = useState(0);
  const change = (part: Partial<Typed>) => setTyped((old) => ({ ...old, ...part }));
  const errorOf = (field: string) => errors.find((each) => each.field === field)?.message;
  const text = (field: 'givenNames' | 'familyName' | 'preferredName' | 'nhsNumber') => ({
    name: field,
    value: typed[field] ?? '',
    error: errorOf(field),
    onChange: (event: { target: { value: string } }) => change({ [field]: event.target.value }),
  });
  const far =
    child.dueDate !== null &&
    isCivilDate(typed.dateOfBirth) &&
    birthNeedsConfirming(child.dueDate, typed.dateOfBirth);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setAttempt((n) => n + 1);
    const wrong = {
      ...birthProblems({ ...typed, version: child.version }, child.dueDate, today),
      ...(typed.dobStatus === '' ? { dobStatus: ['Say how you know the date of birth'] } : {}),
      ...(typed.sex === '' ? { sex: ['Choose the sex, or say that it is not known'] } : {}),
    };
    setErrors(Object.entries(wrong).map(([field, [message = '']]) => ({ field, message })));
    if (Object.keys(wrong).length > 0) return;
    await send.mutateAsync({ ...typed, version: child.version }).then(onBorn, (error: unknown) => {
      const lines = send.error ? errorsOf(send.error) : [];
      setErrors(lines.length > 0 ? lines : [{ message: say(error) }]);
    });
  };

  if (!child.isUnborn)
    return (
      <>
        <PageTitle title={w('children.birth.title', { name: child.chosenName })} />
        <EmptyState
          title={w('children.birth.already')}
          action={
            <Button kind="filled" to={back}>
              {w('children.birth.back')}
            </Button>
          }
        >
          {w('children.birth.alreadyBody')}
        </EmptyState>
      </>
    );
  return (
    <>
      <PageTitle
        title={w('children.birth.title', { name: child.chosenName })}
        note={w('children.birth.note')}
      />
      <Form onSubmit={(event) => void submit(event)} noValidate>
        <Stack>
          <ErrorSummary errors={errors} attempt={attempt} />
          <Card
            title={w('children.add.who')}
            note={child.dueDate === null ? '' : w('children.birth.due', { date: formatDate(child.dueDate) })}
          >
            <FieldStack>
              <DateField
                name="dateOfBirth"
                label={w('children.birth.dateOfBirth')}
                value={typed.dateOfBirth}
                error={errorOf('dateOfBirth')}
                onChange={(dateOfBirth) => change({ dateOfBirth })}
              />
              {(far || errorOf('farFromDueDate')) && (
                <CheckBox
                  name="farFromDueDate"
                  label={w('children.birth.far')}
                  checked={typed.farFromDueDate ?? false}
                  onChange={(farFromDueDate) => change({ farFromDueDate })}
                />
              )}
              <Select
                name="dobStatus"
                label={w('children.add.dobStatus')}
                options={optionsOf(DOB_STATUS)}
                value={typed.dobStatus}
                error={errorOf('dobStatus')}
                onChange={(event) => change({ dobStatus: event.target.value })}
              />
              <TextInput label={w('children.add.givenNames')} {...text('givenNames')} />
              <TextInput
                label={w('children.add.familyName')}
                {...text('familyName')}
                disabled={typed.noSurname ?? false}
              />
              <CheckBox
                name="noSurname"
                label={w('children.add.noSurname')}
                checked={typed.noSurname ?? false}
                onChange={(noSurname) => change({ noSurname, ...(noSurname ? { familyName: '' } : {}) })}
              />
              <TextInput
                label={w('children.add.preferredName')}
                optional={w('children.add.optional')}
                {...text('preferredName')}
              />
              <RadioGroup
                name="sex"
                label={w('children.add.sex')}
                hint={w('children.add.sexHint')}
                options={optionsOf(SEX)}
                value={typed.sex}
                error={errorOf('sex')}
                onChange={(sex) => change({ sex })}
              />
              <TextInput
                label={w('children.add.nhsNumber')}
                hint={w('children.add.nhsHint')}
                optional={w('children.add.ifKnown')}
                inputMode="numeric"
                {...text('nhsNumber')}
              />
            </FieldStack>
          </Card>
          <Actions>
            <Button kind="filled" size="large" type="submit" disabled={send.isPending}>
              {w(send.isPending ? 'children.birth.saving' : 'children.birth.save')}
            </Button>
            <Button kind="quiet" to={back}>
              {w('children.birth.back')}
            </Button>
          </Actions>
        </Stack>
      </Form>
    </>
  );
}

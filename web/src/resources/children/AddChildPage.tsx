import { styled } from '@mui/material/styles';
import { useQueryClient } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useMemo, useState, type FormEvent } from 'react';
import { useNavigate } from 'react-router';
import { childProblems, type AddChild, type ChildAdded } from '@encircle/shared/people';
import { useWords } from '@web/i18n/useWords';
import { useProblemWords } from '@web/pages/useProblemWords';
import { beginForFamily, useBegunChild, useBegunFamily } from '@web/providers/begun-child';
import { useToday } from '@web/providers/me';
import { errorsOf, Problem } from '@web/providers/problem';
import { useSend } from '@web/providers/useGet';
import { Button } from '@web/ui/Button';
import { Card } from '@web/ui/Card';
import { EmptyState } from '@web/ui/EmptyState';
import { ErrorSummary, type FormError } from '@web/ui/ErrorSummary';
import { ErrorText } from '@web/ui/Field';
import { Actions, Stack } from '@web/ui/layout';
import { PageTitle } from '@web/ui/PageTitle';
import { RadioGroup } from '@web/ui/RadioGroup';
import {
  beginWith,
  changeCarers,
  controlOf,
  missingChoices,
  namesTyped,
  newPerson,
  toCommand,
  withCarers,
  type ChildForm,
} from './add-child.model';
import { WhereBoxes, WhoBoxes } from './ChildBoxes';
import { PersonRow } from './PersonRow';

const Form = styled('form')({ maxWidth: '56rem' });
const People = styled('div')({ display: 'grid', gap: 20 });

/** A child is added only after a search; the boxes begin with what was searched. */
export default function AddChildPage() {
  const w = useWords();
  const begun = useBegunChild();
  if (begun === null)
    return (
      <>
        <PageTitle title={w('children.add.title')} />
        <EmptyState
          title={w('children.add.lookFirst')}
          action={
            <Button kind="filled" to="/find">
              {w('children.add.toFind')}
            </Button>
          }
        >
          {w('children.add.lookFirstBody')}
        </EmptyState>
      </>
    );
  return <AddChildForm begin={beginWith({ ...namesTyped(begun.name), ...begun })} />;
}

function AddChildForm({ begin }: { begin: ChildForm }) {
  const w = useWords();
  const say = useProblemWords();
  const today = useToday();
  const navigate = useNavigate();
  const send = useSend<AddChild, ChildAdded>('/children');
  const client = useQueryClient();
  const family = useBegunFamily();
  const [joins, setJoins] = useState(family !== null);
  const [form, setForm] = useState(() => withCarers(begin, family?.carers ?? []));
  const [errors, setErrors] = useState<FormError[]>([]);
  const [attempt, setAttempt] = useState(0);
  const change = (part: Partial<ChildForm>) => setForm((old) => ({ ...old, ...part }));
  const byField = useMemo(
    () => new Map(errors.flatMap(({ field, message }) => (field ? [[field, message] as const] : []))),
    [errors],
  );

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setAttempt((n) => n + 1);
    const command = toCommand(form);
    const wrong = Object.entries({ ...childProblems(command, today), ...missingChoices(form) });
    if (wrong.length > 0) {
      setErrors(wrong.map(([path, [message = '']]) => ({ field: controlOf(path, form), message })));
      return;
    }
    setErrors([]);
    try {
      const { id } = await send.mutateAsync(command);
      beginForFamily(client, null);
      // The child comes in where brothers and sisters are; who is in the record is chosen there once more.
      await navigate(family && joins ? `/cases/${family.caseId}/children/add` : `/children/${id}/start`);
    } catch (error) {
      const fields = error instanceof Problem ? errorsOf(error, (path) => controlOf(path, form)) : [];
      setErrors(fields.length > 0 ? fields : [{ message: say(error) }]);
    }
  };

  return (
    <>
      <PageTitle title={w('children.add.title')} note={w('children.add.note')} />
      <Form onSubmit={(event) => void submit(event)} noValidate>
        <Stack>
          <ErrorSummary errors={errors} attempt={attempt} />
          {family && (
            <Card>
              <RadioGroup
                name="joins"
                label={w('children.add.joins', { names: family.names })}
                options={[
                  { value: 'yes', label: w('children.add.joinsYes') },
                  { value: 'no', label: w('children.add.joinsNo') },
                ]}
                value={joins ? 'yes' : 'no'}
                onChange={(value) => {
                  setJoins(value === 'yes');
                  setForm((old) => changeCarers(old, value === 'yes' ? family.carers : []));
                }}
              />
            </Card>
          )}
          <WhoBoxes form={form} errors={byField} onChange={change} />
          <WhereBoxes form={form} errors={byField} onChange={change} />
          <PeopleCard form={form} errors={byField} onChange={change} />
          <Actions>
            <Button kind="filled" size="large" type="submit" disabled={send.isPending}>
              {w(send.isPending ? 'children.add.saving' : 'children.add.save')}
            </Button>
            <Button kind="quiet" to="/find">
              {w('children.add.back')}
            </Button>
          </Actions>
        </Stack>
      </Form>
    </>
  );
}

interface PeopleProps {
  form: ChildForm;
  errors: ReadonlyMap<string, string>;
  onChange: (part: Partial<ChildForm>) => void;
}

function PeopleCard({ form, errors, onChange }: PeopleProps) {
  const w = useWords();
  const { people } = form;
  const next = Math.max(0, ...people.map((person) => person.key)) + 1;
  const wrong = errors.get('people');
  return (
    <Card id="people" title={w('children.add.family')} note={w('children.add.familyHint')}>
      {wrong && <ErrorText id="people-error">{wrong}</ErrorText>}
      <People>
        {people.map((person, index) => (
          <PersonRow
            key={person.key}
            n={index + 1}
            person={person}
            errors={errors}
            onChange={(part) =>
              onChange({ people: people.map((each) => (each === person ? { ...each, ...part } : each)) })
            }
            {...(people.length > 1
              ? { onTakeOut: () => onChange({ people: people.filter((each) => each !== person) }) }
              : {})}
          />
        ))}
        <div>
          <Button
            kind="outlined"
            icon={Plus}
            onClick={() => onChange({ people: [...people, newPerson(next, form.familyName)] })}
          >
            {w('children.add.addPerson')}
          </Button>
        </div>
      </People>
    </Card>
  );
}

import { useState, type FormEvent } from 'react';
import { PRESENTING_ISSUES, SOURCES_OF_CONCERN, labelOf } from '@encircle/shared/codes';
import { useWords } from '@web/i18n/useWords';
import { useProblemWords } from '@web/pages/useProblemWords';
import { errorsOf, Problem } from '@web/providers/problem';
import { Button } from '@web/ui/Button';
import { Card } from '@web/ui/Card';
import { CheckList } from '@web/ui/CheckList';
import { ErrorSummary, type FormError } from '@web/ui/ErrorSummary';
import { Actions, ChoiceColumns, FieldStack, Stack } from '@web/ui/layout';
import { RadioGroup } from '@web/ui/RadioGroup';
import { Select } from '@web/ui/Select';
import { TextArea } from '@web/ui/TextArea';
import { optionsOf } from './PersonRow';

/** What a worry is, as it was typed; what is not answered is not there, so that the API asks for it. */
export interface Worry {
  source: string;
  issues: string[];
  mainIssue: string;
  worry: string;
  familyAware: boolean | undefined;
}

export interface WorryFormProps {
  save: string;
  /** Throws what the API answered. */
  onSave: (worry: Worry) => Promise<void>;
}

/** Who is worried about what: the same questions whenever a record begins. */
export function WorryForm({ save, onSave }: WorryFormProps) {
  const w = useWords();
  const say = useProblemWords();
  const [busy, setBusy] = useState(false);
  const [source, setSource] = useState('');
  const [issues, setIssues] = useState<string[]>([]);
  const [main, setMain] = useState('');
  const [worry, setWorry] = useState('');
  const [aware, setAware] = useState<string | null>(null);
  const [errors, setErrors] = useState<FormError[]>([]);
  const [attempt, setAttempt] = useState(0);
  const wrong = (field: string) => errors.find((error) => error.field === field)?.message;

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setAttempt((n) => n + 1);
    setErrors([]);
    setBusy(true);
    const mainIssue = main === '' && issues.length === 1 ? (issues[0] ?? '') : main;
    try {
      await onSave({ source, issues, mainIssue, worry, familyAware: answer(aware) });
    } catch (error) {
      const fields = error instanceof Problem ? errorsOf(error) : [];
      setErrors(fields.length > 0 ? fields : [{ message: say(error) }]);
    } finally {
      setBusy(false);
    }
  };

  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <Stack>
        <ErrorSummary errors={errors} attempt={attempt} />
        <Card>
          <FieldStack>
            <Select
              name="source"
              label={w('children.start.source')}
              options={optionsOf(SOURCES_OF_CONCERN)}
              value={source}
              error={wrong('source')}
              onChange={(event) => setSource(event.target.value)}
            />
            <TextArea
              name="worry"
              label={w('children.start.worry')}
              hint={w('children.start.worryHint')}
              rows={5}
              value={worry}
              error={wrong('worry')}
              onChange={(event) => setWorry(event.target.value)}
            />
          </FieldStack>
          <ChoiceColumns>
            <CheckList
              name="issues"
              label={w('children.start.issues')}
              hint={w('children.start.issuesHint')}
              options={optionsOf(PRESENTING_ISSUES)}
              value={issues}
              error={wrong('issues')}
              onChange={setIssues}
            />
          </ChoiceColumns>
          <FieldStack>
            {issues.length > 1 && (
              <Select
                name="mainIssue"
                label={w('children.start.mainIssue')}
                options={issues.map((code) => ({ value: code, label: labelOf(PRESENTING_ISSUES, code) }))}
                value={main}
                error={wrong('mainIssue')}
                onChange={(event) => setMain(event.target.value)}
              />
            )}
            <RadioGroup
              name="familyAware"
              label={w('children.start.aware')}
              options={[
                { value: 'yes', label: w('children.start.yes') },
                { value: 'no', label: w('children.start.no') },
              ]}
              value={aware}
              error={wrong('familyAware')}
              onChange={setAware}
            />
          </FieldStack>
        </Card>
        <Actions>
          <Button kind="filled" size="large" type="submit" disabled={busy}>
            {save}
          </Button>
        </Actions>
      </Stack>
    </form>
  );
}

/** Not answered stays not answered, so that the API asks for it. */
function answer(aware: string | null): boolean | undefined {
  return aware === null ? undefined : aware === 'yes';
}

import { useState } from 'react';
import { LOOK_REASONS } from '@encircle/shared/codes';
import { useWords } from '@web/i18n/useWords';
import { sayWhy } from '@web/providers/look-reasons';
import { useMe } from '@web/providers/me';
import { Button } from '@web/ui/Button';
import { Card } from '@web/ui/Card';
import { ErrorSummary, type FormError } from '@web/ui/ErrorSummary';
import { Actions, FieldStack } from '@web/ui/layout';
import { PageTitle } from '@web/ui/PageTitle';
import { RadioGroup } from '@web/ui/RadioGroup';
import { TextInput } from '@web/ui/TextInput';

const OTHER = 'OTHER';
const FEWEST = 5;

/** Asked before a record is shown to somebody from outside the work with the family; once for each case. */
export function WhyCard({ caseId, onSaid }: { caseId: string; onSaid: () => void }) {
  const w = useWords();
  const { membership } = useMe();
  const choices = LOOK_REASONS.rows.filter(({ role }) => role === membership.role);
  const [code, setCode] = useState<string | undefined>();
  const [words, setWords] = useState('');
  const [attempt, setAttempt] = useState(0);
  const [errors, setErrors] = useState<FormError[]>([]);
  const open = () => {
    setAttempt((n) => n + 1);
    const wrong =
      code === undefined
        ? [{ field: 'why', message: w('cases.why.missing') }]
        : code === OTHER && words.trim().length < FEWEST
          ? [{ field: 'words', message: w('cases.why.short') }]
          : [];
    setErrors(wrong);
    if (code === undefined || wrong.length > 0) return;
    sayWhy(caseId, code === OTHER ? words.trim() : code);
    onSaid();
  };
  const errorOf = (field: string) => errors.find((error) => error.field === field)?.message;
  return (
    <>
      <PageTitle title={w('cases.why.title')} note={w('cases.why.note')} />
      <Card>
        <FieldStack>
          <ErrorSummary errors={errors} attempt={attempt} />
          <RadioGroup
            name="why"
            label={w('cases.why.label')}
            options={[
              ...choices.map(({ code: value, label }) => ({ value, label })),
              { value: OTHER, label: w('cases.why.other') },
            ]}
            value={code}
            error={errorOf('why')}
            onChange={setCode}
          />
          {code === OTHER && (
            <TextInput
              name="words"
              label={w('cases.why.words')}
              maxLength={200}
              value={words}
              error={errorOf('words')}
              onChange={(event) => setWords(event.target.value)}
            />
          )}
          <Actions>
            <Button kind="filled" onClick={open}>
              {w('cases.why.open')}
            </Button>
            <Button kind="quiet" to="/">
              {w('problem.notFound.back')}
            </Button>
          </Actions>
        </FieldStack>
      </Card>
    </>
  );
}

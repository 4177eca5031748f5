import { keyQuestion, questionsShown, type KeyAnswers, type KeyOutcome } from '@encircle/shared/sharing-out';
import { useWords } from '@web/i18n/useWords';
import { Card } from '@web/ui/Card';
import { FieldStack } from '@web/ui/layout';
import { Light } from '@web/ui/Light';
import { RadioGroup } from '@web/ui/RadioGroup';

export interface QuestionsProps {
  answers: KeyAnswers;
  onChange: (answers: KeyAnswers) => void;
}

const LIGHTS = { SHARE: 'ask', SHARE_FREELY: 'yes', SHARE_AGREED: 'yes', DO_NOT_SHARE: 'stop' } as const;

/** One question after the other; the answer so far stands as a light with words. */
export function Questions({ answers, onChange }: QuestionsProps) {
  const w = useWords();
  const step = keyQuestion(answers);
  return (
    <Card>
      <FieldStack>
        {questionsShown(answers).map((question) => (
          <RadioGroup
            key={question}
            name={question}
            label={w(`sharingOut.questions.${question}`)}
            hint={w(`sharingOut.hints.${question}`)}
            options={[
              { value: 'YES', label: w('sharingOut.yes') },
              { value: 'NO', label: w('sharingOut.no') },
            ]}
            value={answers[question]}
            onChange={(answer) => onChange({ ...answers, [question]: answer as 'YES' | 'NO' })}
          />
        ))}
        {'outcome' in step && (
          <Light state={LIGHTS[step.outcome]}>{w(`sharingOut.outcomes.${step.outcome}`)}</Light>
        )}
      </FieldStack>
    </Card>
  );
}

export const outcomeOf = (answers: KeyAnswers): KeyOutcome | null => {
  const step = keyQuestion(answers);
  return 'outcome' in step ? step.outcome : null;
};

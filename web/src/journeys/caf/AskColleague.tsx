import { useState } from 'react';
import type { AskForContribution, AssessmentView, ContributionView } from '@encircle/shared/assessments';
import { isAskable } from '@encircle/shared/forms';
import { useWords } from '@web/i18n/useWords';
import { useProblemWords } from '@web/pages/useProblemWords';
import { errorsOf } from '@web/providers/problem';
import { useSend } from '@web/providers/useGet';
import { ColleaguePicker, type Colleague } from '@web/resources/lead/ColleaguePicker';
import { Button } from '@web/ui/Button';
import { Card } from '@web/ui/Card';
import { DateField } from '@web/ui/DateField';
import { ErrorSummary, type FormError } from '@web/ui/ErrorSummary';
import { FieldStack } from '@web/ui/layout';
import { Select } from '@web/ui/Select';
import { TextArea } from '@web/ui/TextArea';
import { formOf, useFormWords } from './useAssessment';

interface Props {
  view: AssessmentView;
  /** The part one came from. */
  section: string;
  onAsked: (words: string) => void;
}

/** Who, which part, what one would like to know, and by when. */
export function AskColleague({ view, section: first, onAsked }: Props) {
  const w = useWords();
  const words = useFormWords(view);
  const say = useProblemWords();
  const [who, setWho] = useState<Colleague | null>(null);
  const [section, setSection] = useState(first);
  const [question, setQuestion] = useState('');
  const [dueOn, setDueOn] = useState('');
  const [attempt, setAttempt] = useState(0);
  const send = useSend<AskForContribution, ContributionView>(`/assessments/${view.id}/contributions`, {
    refresh: [`/assessments/${view.id}/contributions`],
  });
  const lines: FormError[] = send.error ? errorsOf(send.error) : [];
  const errors =
    send.error && lines.length === 0 ? [{ message: send.error.detail || say(send.error) }] : lines;
  const wrong = (field: string) => lines.find((each) => each.field === field)?.message;
  const sections = formOf(view)
    .sections.filter((each) => isAskable(each) && view.sections.some(({ key }) => key === each.key))
    .map(({ key, title }) => ({ value: key, label: words(title) }));
  const ask = () => {
    setAttempt((count) => count + 1);
    send.mutate(
      {
        userId: who?.userId ?? '',
        agencyId: who?.agencyId ?? '',
        subjectId: view.subjectId,
        section,
        question,
        dueOn,
      },
      {
        onSuccess: ({ askedOf }) => {
          onAsked(w('contributions.ask.sent', { name: askedOf }));
          setWho(null);
          setQuestion('');
        },
      },
    );
  };
  return (
    <Card title={w('contributions.ask.title')}>
      <FieldStack>
        <ErrorSummary errors={errors} attempt={attempt} />
        <Select
          name="section"
          label={w('contributions.ask.section')}
          options={sections}
          value={section}
          error={wrong('section')}
          onChange={(event) => setSection(event.target.value)}
        />
        <ColleaguePicker name="userId" value={who} onChange={setWho} />
        <TextArea
          name="question"
          label={w('contributions.ask.question')}
          hint={w('contributions.ask.questionHint')}
          rows={3}
          maxLength={1000}
          value={question}
          error={wrong('question')}
          onChange={(event) => setQuestion(event.target.value)}
        />
        <DateField
          name="dueOn"
          label={w('contributions.ask.dueOn')}
          value={dueOn}
          error={wrong('dueOn')}
          onChange={setDueOn}
        />
        <div>
          <Button kind="filled" disabled={send.isPending} onClick={ask}>
            {w('contributions.ask.send')}
          </Button>
        </div>
      </FieldStack>
    </Card>
  );
}

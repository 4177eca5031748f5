import { REPORT_QUESTIONS, type ReportQuestion } from '@encircle/shared/meetings';
import { useWords } from '@web/i18n/useWords';
import { TextArea } from '@web/ui/TextArea';
import type { ReportWords } from './report.model';

interface Props {
  words: ReportWords;
  errorOf: (question: ReportQuestion) => string | undefined;
  write: (question: ReportQuestion, text: string) => void;
}

/** The questions of a report in lieu, the same behind a link and inside the program. */
export function ReportQuestions({ words, errorOf, write }: Props) {
  const w = useWords();
  return REPORT_QUESTIONS.map((question) => (
    <TextArea
      key={question}
      name={question}
      label={w(`report.questions.${question}`)}
      hint={w(`report.hints.${question}`)}
      rows={5}
      maxLength={4000}
      error={errorOf(question)}
      value={words[question]}
      onChange={(event) => write(question, event.target.value)}
    />
  ));
}

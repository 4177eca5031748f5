import type { AssessmentView } from '@encircle/shared/assessments';
import type { FormSection } from '@encircle/shared/forms';
import { formatShort, londonDate } from '@encircle/shared/dates';
import { useWords } from '@web/i18n/useWords';
import { Card } from '@web/ui/Card';
import { Stack } from '@web/ui/layout';
import { childOf } from './useAssessment';
import { AnswerLines } from './AnswerLines';

export interface OthersPartsProps {
  view: AssessmentView;
  section: FormSection;
  words: (text: string) => string;
}

/** What colleagues of other services added to this part; theirs to change. */
export function OthersParts({ view, section, words }: OthersPartsProps) {
  const w = useWords();
  const parts = (view.sections.find((each) => each.key === section.key)?.parts ?? []).filter(
    (part) => !part.mine,
  );
  if (parts.length === 0) return null;
  return (
    <Card title={w('caf.others.title')}>
      <Stack style={{ gap: 16 }}>
        {parts.map((part) => (
          <div key={part.id}>
            <p style={{ color: 'var(--ink-soft)', fontSize: '0.875rem' }}>
              {[part.savedBy, part.agency, formatShort(londonDate(part.savedAt))].filter(Boolean).join(', ')}
            </p>
            <AnswerLines child={childOf(view).name} section={section} answers={part.answers} words={words} />
          </div>
        ))}
      </Stack>
    </Card>
  );
}

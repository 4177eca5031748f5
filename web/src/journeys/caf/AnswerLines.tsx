import { styled } from '@mui/material/styles';
import { labelOf } from '@encircle/shared/codes';
import { formatDate, isCivilDate } from '@encircle/shared/dates';
import {
  answerList,
  isBlank,
  type AnswerValue,
  type FormField,
  type FormSection,
} from '@encircle/shared/forms';
import { useWords, type Words } from '@web/i18n/useWords';
import { Voice } from '@web/ui/Voice';

const Lines = styled('dl')({
  display: 'grid',
  gap: 12,
  '& dt': { fontSize: '0.875rem', lineHeight: '1.25rem', fontWeight: 700, color: 'var(--ink-soft)' },
  '& dd': { whiteSpace: 'pre-line' },
  '& ul': { paddingLeft: 20 },
});

/** Fields that only say how another one came about; shown beside it or not at all. */
const SILENT = ['status'];
const SPOKEN = ['childView', 'childComment', 'likes', 'goingWell', 'hard', 'oneChange'];

export interface AnswerLinesProps {
  /** The child's chosen name. */
  child: string;
  section: FormSection;
  answers: Record<string, unknown>;
  words: (text: string) => string;
}

/** Answers as the finished document reads: question and answer, own words as own words. */
export function AnswerLines({ child, section, answers, words }: AnswerLinesProps) {
  const w = useWords();
  const said = section.fields.filter(
    (field) => !SILENT.includes(field.key) && !isBlank(answers[field.key] as AnswerValue),
  );
  if (said.length === 0) return null;
  return (
    <Lines>
      {said.map((field) => (
        <div key={field.key}>
          <dt>{words(field.label)}</dt>
          <dd>
            {SPOKEN.includes(field.key) ? (
              <Voice words={String(answers[field.key])} from={child} />
            ) : (
              <Answer field={field} value={answers[field.key] as AnswerValue} words={words} w={w} />
            )}
          </dd>
        </div>
      ))}
    </Lines>
  );
}

interface AnswerProps {
  field: FormField;
  value: AnswerValue;
  words: (text: string) => string;
  w: Words;
}

function Answer({ field, value, words, w }: AnswerProps) {
  if (field.type === 'ROWS' && Array.isArray(value)) {
    return (
      <ul>
        {(value as unknown as Record<string, AnswerValue>[]).map((row, index) => (
          <li key={index}>
            {(field.fields ?? [])
              .map((inner) => plain(inner, row[inner.key] ?? null, words, w))
              .filter(Boolean)
              .join(' · ')}
          </li>
        ))}
      </ul>
    );
  }
  return <>{plain(field, value, words, w)}</>;
}

function plain(field: FormField, value: AnswerValue, words: (text: string) => string, w: Words): string {
  if (isBlank(value)) return '';
  if (typeof value === 'boolean') return value ? w('caf.identity.yes') : w('caf.identity.no');
  const list = answerList(field);
  const one = (each: unknown): string => words(list ? labelOf(list, String(each)) : String(each));
  if (Array.isArray(value)) return value.map(one).join(', ');
  if (isCivilDate(value)) return formatDate(value);
  return one(value);
}

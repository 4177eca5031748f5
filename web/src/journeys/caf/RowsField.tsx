import { Plus, X } from 'lucide-react';
import type { ComponentType } from 'react';
import {
  holds,
  type AnswerValue,
  type FormField,
  type RowAnswer,
  type SectionAnswers,
} from '@encircle/shared/forms';
import { useWords } from '@web/i18n/useWords';
import { Button } from '@web/ui/Button';
import { FieldGroup } from '@web/ui/FieldGroup';
import { Stack } from '@web/ui/layout';
import { Well } from '@web/ui/Card';
import type { FormFieldViewProps } from './body.types';

export interface RowsFieldProps {
  field: FormField;
  id: string;
  label: string;
  hint?: string;
  words: (text: string) => string;
  value: AnswerValue;
  onChange: (value: AnswerValue) => void;
  /** Draws one question of a line; handed in, because a question may itself be lines. */
  one: ComponentType<FormFieldViewProps>;
}

type Row = Record<string, AnswerValue>;

/** Any number of lines of the same questions. The first line is there from the start. */
export function RowsField({ field, id, words, value, onChange, one: One, ...text }: RowsFieldProps) {
  const w = useWords();
  const stored = Array.isArray(value) ? (value as readonly Row[]) : [];
  const rows: readonly Row[] = stored.length === 0 ? [{}] : stored;
  const put = (next: readonly Row[]) => onChange(next as unknown as readonly RowAnswer[]);
  const change = (index: number, key: string) => (answer: AnswerValue) =>
    put(rows.map((row, at) => (at === index ? { ...row, [key]: answer } : row)));
  return (
    <FieldGroup {...text} id={id} role="group">
      <Stack style={{ gap: 12, marginTop: 8 }}>
        {rows.map((row, index) => (
          // Lines have no id of their own and are never put in another order.
          <Well key={index} role="group" aria-label={w('caf.rows.line', { number: index + 1 })}>
            <Stack style={{ gap: 12 }}>
              {(field.fields ?? [])
                .filter((inner) => !inner.when || holds(inner.when, row as SectionAnswers))
                .map((inner) => (
                  <One
                    key={inner.key}
                    field={inner}
                    id={`${id}.${index}.${inner.key}`}
                    words={words}
                    value={row[inner.key] ?? null}
                    onChange={change(index, inner.key)}
                  />
                ))}
              {rows.length > 1 && (
                <div>
                  <Button
                    size="small"
                    kind="quiet"
                    icon={X}
                    onClick={() => put(rows.filter((_, at) => at !== index))}
                  >
                    {w('caf.rows.remove')}
                  </Button>
                </div>
              )}
            </Stack>
          </Well>
        ))}
        <div>
          <Button size="small" kind="neutral" icon={Plus} onClick={() => put([...rows, {}])}>
            {w('caf.rows.add')}
          </Button>
        </div>
      </Stack>
    </FieldGroup>
  );
}

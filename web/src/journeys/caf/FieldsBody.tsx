import { holds, type AnswerValue, type FormField } from '@encircle/shared/forms';
import { FieldStack } from '@web/ui/layout';
import type { BodyProps } from './body.types';
import { FormFieldView } from './FormFieldView';
import { withAnswer } from './section-text.model';

/** A section of ordinary questions, in the order of the form; what is not asked here and now is not shown. */
export function FieldsBody({ section, text, setText, words }: BodyProps) {
  const shown = section.fields.filter((field) => isShown(field, text.answers));
  return (
    <FieldStack>
      {shown.map((field) => (
        <FormFieldView
          key={field.key}
          field={field}
          id={field.key}
          words={words}
          value={text.answers[field.key] ?? null}
          onChange={(value) => setText((now) => withAnswer(now, field.key, value))}
        />
      ))}
    </FieldStack>
  );
}

/** Conditions on another section are left to the reading page: there everything is known. */
function isShown(field: FormField, answers: Record<string, AnswerValue>): boolean {
  if (field.type === 'RECORD') return false;
  return field.when === undefined || field.when.section !== undefined || holds(field.when, answers);
}

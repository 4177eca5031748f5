import { useState } from 'react';
import { holds, isBlank, type AnswerValue, type FormField } from '@encircle/shared/forms';
import { useWords } from '@web/i18n/useWords';
import { Disclosure } from '@web/ui/Disclosure';
import { FieldStack } from '@web/ui/layout';
import type { BodyProps } from './body.types';
import { FormFieldView } from './FormFieldView';
import { LevelHelpBox } from './LevelHelpBox';
import { withAnswer } from './section-text.model';

/** Chosen with the help of the local descriptions. */
const LEVEL = 'levelOfNeed';

/** A section of ordinary questions, in the order of the form; what is not asked here and now is not shown. */
export function FieldsBody({ view, section, text, setText, words }: BodyProps) {
  const w = useWords();
  const shown = section.fields.filter((field) => isShown(field, text.answers));
  const [seldom, usual] = [shown.filter((field) => field.seldom), shown.filter((field) => !field.seldom)];
  const [open] = useState(seldom.some((field) => !isBlank(text.answers[field.key])));
  const answer = (key: string) => (value: AnswerValue) => setText((now) => withAnswer(now, key, value));
  const one = (field: FormField) => {
    const value = text.answers[field.key] ?? null;
    const drawn = (
      <FormFieldView
        key={field.key}
        field={field}
        id={field.key}
        words={words}
        value={value}
        onChange={answer(field.key)}
      />
    );
    if (field.key !== LEVEL) return drawn;
    return (
      <FieldStack key={field.key}>
        {drawn}
        <LevelHelpBox view={view} level={value} onLevel={answer(LEVEL)} />
      </FieldStack>
    );
  };
  return (
    <FieldStack>
      {usual.map(one)}
      {seldom.length > 0 && (
        <Disclosure summary={w('caf.seldom')} open={open}>
          <FieldStack>{seldom.map(one)}</FieldStack>
        </Disclosure>
      )}
    </FieldStack>
  );
}

/** Conditions on another section are left to the reading page: there everything is known. */
function isShown(field: FormField, answers: Record<string, AnswerValue>): boolean {
  if (field.type === 'RECORD') return false;
  return field.when === undefined || field.when.section !== undefined || holds(field.when, answers);
}

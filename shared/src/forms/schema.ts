import { answerList } from './answer-list.js';
import { LONG_TEXT_MAX, ROWS_MAX, TEXT_MAX, type FormField } from './field.js';
import type { FormVersion } from './form.js';

/** JSON Schema, as much of it as a form needs. */
export type FormSchema = Readonly<Record<string, unknown>>;

/** One schema for each section of a form, by a name for the document of the API: `FormCafV1WhoAnswers`. */
export function formSchemas(form: FormVersion): Record<string, FormSchema> {
  return Object.fromEntries(
    form.sections.map((section) => [
      schemaName(form, section.key),
      {
        type: 'object',
        title: section.title,
        properties: Object.fromEntries(section.fields.map((field) => [field.key, fieldSchema(field)])),
      },
    ]),
  );
}

export function schemaName(form: FormVersion, section: string): string {
  const words = `form ${form.code} ${form.version} ${section} answers`.split(/[^A-Za-z0-9]+/);
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
}

function fieldSchema(field: FormField): FormSchema {
  return { ...shapeOf(field), description: field.label, 'x-required': field.req };
}

function shapeOf(field: FormField): FormSchema {
  const codes = answerList(field)?.codes ?? [];
  switch (field.type) {
    case 'TEXT':
      return { type: 'string', maxLength: field.maxLength ?? TEXT_MAX };
    case 'LONG_TEXT':
      return { type: 'string', maxLength: field.maxLength ?? LONG_TEXT_MAX };
    case 'DATE':
      return { type: 'string', format: 'date' };
    case 'YES_NO':
      return { type: 'boolean' };
    case 'NUMBER':
    case 'SCALE':
      return { type: 'integer', minimum: field.min ?? 0, maximum: field.max ?? 10 };
    case 'CODE':
      return { type: 'string', enum: [...codes] };
    case 'CODES':
      return { type: 'array', items: { type: 'string', enum: [...codes] } };
    case 'ROWS':
      return {
        type: 'array',
        maxItems: ROWS_MAX,
        items: {
          type: 'object',
          properties: Object.fromEntries((field.fields ?? []).map((each) => [each.key, fieldSchema(each)])),
        },
      };
    case 'RECORD':
      return { readOnly: true, type: 'string', 'x-kept-in': 'record' };
  }
}

import type { Schema, Schemas } from './sample.js';

const WORD = /^[a-z][A-Za-z0-9]*$/;

/**
 * Records whose description leaves their keys open, by their last name, and the keys they may have. Whatever else an
 * answer brings along is beyond its view.
 */
const OPEN: Readonly<Record<string, RegExp>> = {
  // One line of the record: which of these it has depends on its kind.
  detail: /^(text|saidBy|saidOn|ownWords|kind|noteKind|eventOn|transition|toState|section|body)$/,
  // Keyed by the fields of a form, which describes itself.
  answers: WORD,
  'sections[]': WORD,
  'groups[]': WORD,
  // Who sees which kinds, and of which adult.
  cells: /^(who|assessment|health|work|notes|SENS_[A-Z]{2}|ADULT:[0-9a-f-]{36})$/,
  terms: WORD,
  'abilities[]': /^(action|subject)$/,
  // What a refusal says beside its code: obstacles, or the two texts of a stale save.
  data: /^(obstacles|problems|stored|sent|current|yours)$/,
};

/**
 * The fields of an answer that its declared view does not have, by their place (`items[].child.name`): what leaves is what
 * the description of the program says, and nothing else.
 */
export function beyondView(value: unknown, schema: Schema, schemas: Schemas, place = ''): string[] {
  if (value === null || typeof value !== 'object') return [];
  if (schema.$ref) {
    const named = schemas[schema.$ref.split('/').pop() ?? ''];
    return named ? beyondView(value, named, schemas, place) : [`${place}: ${schema.$ref} is not described`];
  }
  const choices = schema.oneOf ?? schema.anyOf ?? schema.allOf;
  if (choices) return fewest(choices.map((choice) => beyondView(value, choice, schemas, place)));
  if (Array.isArray(value)) {
    const found = value.flatMap((each) => beyondView(each, schema.items ?? {}, schemas, `${place}[]`));
    return [...new Set(found)];
  }
  const at = (key: string): string => (place === '' ? key : `${place}.${key}`);
  if (!schema.properties && !schema.additionalProperties) {
    const allowed = OPEN[place.split('.').pop() ?? ''];
    return Object.keys(value)
      .filter((key) => !allowed?.test(key))
      .map(at);
  }
  return Object.entries(value).flatMap(([key, inner]) => {
    const described = schema.properties?.[key] ?? schema.additionalProperties;
    if (described === undefined || described === false) return [at(key)];
    return described === true ? [] : beyondView(inner, described, schemas, at(key));
  });
}

const fewest = (found: readonly string[][]): string[] =>
  [...found].sort((a, b) => a.length - b.length)[0] ?? [];

/**
 * @typedef {{ rule: string, field: string, where?: string, why?: string }} ReferenceField
 * @typedef {import('@encircle/shared/forms').FormVersion} Form
 * @typedef {import('@encircle/shared/forms').FormField} FormField
 * @typedef {{ reference: ReferenceField[], form: Form, isDrawn: (section: Form['sections'][number], field: FormField) => boolean,
 *   schemas: Record<string, { properties?: object }>, schemaName: (form: Form, section: string) => string,
 *   printed: ReadonlySet<string> }} Sides
 */

/**
 * What one side has and another has not, one line each: the domain's fields against the dictionary or the API; the
 * dictionary against the screen, the document of the API and the printed assessment; and the dictionary against the
 * domain's fields, so that a question nobody asked for is noticed too.
 * @param {Sides} sides
 * @returns {{ missing: string[], left: string[] }} `left`: left out with a reason
 */
export function compareFields({ reference, form, isDrawn, schemas, schemaName, printed }) {
  const missing = [];
  const known = new Set();
  for (const { rule, field, where, why } of reference) {
    if (!where) {
      if (!why) missing.push(`${rule} ${field}: neither kept nor explained`);
      continue;
    }
    known.add(where);
    const lost = whereIsIt(where, { form, schemas });
    if (lost) missing.push(`${rule} ${field}: ${lost}`);
  }
  for (const section of form.sections) {
    const schema = schemas[schemaName(form, section.key)]?.properties ?? {};
    for (const field of section.fields) {
      const place = `${form.code}:${section.key}.${field.key}`;
      if (!isDrawn(section, field)) missing.push(`${place}: not on the screen`);
      if (!(field.key in schema)) missing.push(`${place}: not in the document of the API`);
      if (!printed.has(`${section.key}.${field.key}`)) missing.push(`${place}: not in the PDF`);
      if (!known.has(place) && !ABOUT_AN_ANSWER.has(field.key))
        missing.push(`${place}: asked, but no rule says so`);
    }
  }
  return { missing, left: reference.filter((each) => !each.where && each.why).map(lineOf) };
}

/** How, to whom and when the child said something: part of the answer beside them. */
const ABOUT_AN_ANSWER = new Set(['howTold', 'toldTo', 'toldOn']);

const lineOf = ({ rule, field, why }) => `${rule} ${field}: ${why}`;

/** @returns {string | null} what is not there, or null */
function whereIsIt(where, { form, schemas }) {
  const [side, path = ''] = where.split(':');
  const [first = '', ...rest] = path.split('.');
  if (side === 'api') {
    const properties = schemas[first]?.properties;
    if (!properties) return `the API has no ${first}`;
    return rest[0] && !(rest[0] in properties) ? `${first} of the API has no ${rest[0]}` : null;
  }
  let fields = form.sections.find(({ key }) => key === first)?.fields;
  if (!fields) return `the form has no section ${first}`;
  for (const key of rest) {
    const field = fields.find((each) => each.key === key);
    if (!field) return `the section ${first} has no ${rest.join('.')}`;
    fields = field.fields ?? [];
  }
  return null;
}

import { readFileSync } from 'node:fs';
import { inRoot } from './paths.mjs';
import { compareFields } from './fields/compare.mjs';

/**
 * `npm run check:fields` compares the fields of the domain's rules (tools/fields/reference.json) with the form dictionary,
 * the dictionary with the screen, the document of the API and the printed assessment, and prints what is missing. It reads
 * the built program: `npm run build` first.
 */
const forms = await import('../shared/dist/forms/index.js');
const { codeListNamed } = await import('../shared/dist/codes/index.js');
const { paperOf } = await import('../api/dist/assessments/domain/paper.js');
const { contractSchemas } = await import('../api/dist/openapi/contract-schemas.js');
for (const room of ['assessments', 'people', 'episodes', 'consents', 'contact-orders', 'cases', 'plans'])
  await import(`../shared/dist/${room}/index.js`);

const form = forms.currentForm('caf');
const reference = JSON.parse(readFileSync(inRoot('tools/fields/reference.json'), 'utf8'));
const { missing, left } = compareFields({
  reference,
  form,
  isDrawn: (_section, field) => field.type !== 'RECORD' || forms.RECORD_PLACES.includes(field.key),
  schemas: contractSchemas(),
  schemaName: forms.schemaName,
  printed: printedFields(),
});

const asked = form.sections.reduce((sum, section) => sum + section.fields.length, 0);
process.stdout.write(
  [
    `${reference.length} fields of the rules, ${form.sections.length} sections, ${asked} questions`,
    `Left out, with the reason (${left.length}):`,
    ...left.map((line) => `  ${line}`),
    missing.length === 0 ? 'Nothing is missing' : `Missing (${missing.length}):`,
    ...missing.map((line) => `  ${line}`),
    '',
  ].join('\n'),
);
process.exitCode = missing.length === 0 ? 0 : 1;

/** Prints a form in which every question is answered, and says which came out. */
function printedFields() {
  const paper = paperOf({
    kind: 'FULL',
    form,
    child: 'Ava',
    under: [],
    foot: [],
    identity: {
      names: 'Ava Ames',
      dateOfBirth: '2017-04-01',
      dueDate: null,
      sex: 'FEMALE',
      hasCurrentAddress: true,
      settingRecorded: true,
      ethnicity: 'WHITE_BRITISH',
      ethnicityText: null,
      firstLanguage: 'English',
      parentLanguage: 'English',
      interpreterNeeded: false,
      interpreterLanguage: null,
      interpreterArranged: null,
      disabled: 'NO',
      disabilityDetail: null,
      religion: 'NONE',
      religionText: null,
      requirements: 'A ramp',
      immigration: 'NOT_ASKED',
      kinds: ['IDENT', 'HEALTH', 'IMMIG'],
      adults: 1,
    },
    adults: [{ name: 'Mia Ames', kind: 'Mother' }],
    agreed: true,
    parts: form.sections.flatMap((section) =>
      forms.splitAnswers(section, answered(section.fields)).map(({ category, answers }) => ({
        section: section.key,
        category,
        answers,
        savedBy: 'Lena Marsh',
        agency: 'Northway Primary',
      })),
    ),
  });
  const printed = new Set();
  for (const { sections } of paper.groups)
    for (const section of sections)
      for (const { lines } of section.parts)
        for (const { field } of lines) printed.add(`${section.key}.${field}`);
  return printed;
}

function answered(fields) {
  return Object.fromEntries(fields.map((field) => [field.key, sample(field)]));
}

function sample(field) {
  const code = field.codes ? (codeListNamed(field.codes)?.codes[0] ?? '') : '';
  const answers = {
    TEXT: 'Words',
    LONG_TEXT: 'Words',
    DATE: '2026-03-16',
    YES_NO: true,
    NUMBER: field.min ?? 1,
    SCALE: 5,
    CODE: code,
    CODES: [code],
    RECORD: undefined,
  };
  return field.type === 'ROWS' ? [answered(field.fields ?? [])] : answers[field.type];
}

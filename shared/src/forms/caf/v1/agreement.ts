import type { FormSection } from '../../form.js';

/** Agreement is recorded in its own journey; the section shows it and asks whether it still stands (rule 3.9). */
export const AGREEMENT: FormSection = {
  key: 'agreement',
  group: 'about',
  title: 'Agreement to share',
  formal: 'Consent statement for information storage and sharing',
  intro: 'Who may know what. Without a valid agreement the assessment cannot be finished.',
  category: 'INVOLVE',
  fields: [{ key: 'consent', type: 'RECORD', req: 'C', label: 'Agreement in force' }],
};

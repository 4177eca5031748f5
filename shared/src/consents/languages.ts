/** A language the wording of agreement may be written in; `own` is its name in itself. */
export interface StatementLanguage {
  code: string;
  label: string;
  own: string;
  direction: 'ltr' | 'rtl';
}

const ltr = (code: string, label: string, own: string): StatementLanguage => ({
  code,
  label,
  own,
  direction: 'ltr',
});
const rtl = (code: string, label: string, own: string): StatementLanguage => ({
  ...ltr(code, label, own),
  direction: 'rtl',
});

export const STATEMENT_LANGUAGES: readonly StatementLanguage[] = [
  ltr('en', 'English', 'English'),
  ltr('cy', 'Welsh', 'Cymraeg'),
  rtl('ar', 'Arabic', 'العربية'),
  ltr('bn', 'Bengali', 'বাংলা'),
  ltr('pl', 'Polish', 'Polski'),
  ltr('pt', 'Portuguese', 'Português'),
  ltr('pa', 'Punjabi', 'ਪੰਜਾਬੀ'),
  ltr('ro', 'Romanian', 'Română'),
  ltr('so', 'Somali', 'Soomaali'),
  ltr('uk', 'Ukrainian', 'Українська'),
  rtl('ur', 'Urdu', 'اردو'),
];
export const STATEMENT_LANGUAGE_CODES: readonly string[] = STATEMENT_LANGUAGES.map(({ code }) => code);

export function directionOf(language: string): 'ltr' | 'rtl' {
  return STATEMENT_LANGUAGES.find(({ code }) => code === language)?.direction ?? 'ltr';
}

export const STATEMENT_FORMS = ['FULL', 'EASY_READ'] as const;
export type StatementForm = (typeof STATEMENT_FORMS)[number];

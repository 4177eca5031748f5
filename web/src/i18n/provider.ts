import polyglotI18nProvider from 'ra-i18n-polyglot';
import english from 'ra-language-english';
import { en } from './en';

/** Our words over those of the framework; another language is another file of the same shape. */
export const i18nProvider = polyglotI18nProvider(
  () => ({ ...english, ...en }),
  'en-GB',
  [{ locale: 'en-GB', name: 'English' }],
  { allowMissing: false },
);

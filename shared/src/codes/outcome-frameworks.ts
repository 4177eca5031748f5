import { codeList } from './code-list.js';

/** Every Child Matters, five outcomes. */
export const ECM_OUTCOMES = codeList('ecm-outcomes', 1, [
  { code: 'BH', label: 'Be healthy' },
  { code: 'SS', label: 'Stay safe' },
  { code: 'EA', label: 'Enjoy and achieve' },
  { code: 'PC', label: 'Make a positive contribution' },
  { code: 'EW', label: 'Achieve economic well-being' },
]);
export type EcmOutcome = (typeof ECM_OUTCOMES)['codes'][number];

/** Supporting Families headline outcomes; `label2022` keeps the first wording where it was changed later. */
export const SF_OUTCOMES = codeList('sf-outcomes', 2, [
  { code: '1', label: 'Getting a good education' },
  { code: '2', label: 'Good early years development' },
  { code: '3', label: 'Improved mental and physical health' },
  {
    code: '4',
    label: 'Promoting recovery and reducing harm from substance use',
    label2022: 'Better managed substance use',
  },
  { code: '5', label: 'Improved family relationships' },
  { code: '6', label: 'Children safe from abuse and exploitation' },
  { code: '7', label: 'Crime prevention and tackling crime', label2022: 'Families diverted from crime' },
  { code: '8', label: 'Safe from domestic abuse' },
  { code: '9', label: 'Secure housing' },
  { code: '10', label: 'Financial stability' },
]);
export type SfOutcome = (typeof SF_OUTCOMES)['codes'][number];

/** The wording of an outcome in a version of the list: what was recorded under the first keeps the first's words. */
export function familyOutcomeLabel(outcome: number, version: number = SF_OUTCOMES.version): string {
  const row = SF_OUTCOMES.rows.find(({ code }) => code === String(outcome));
  if (row === undefined) return String(outcome);
  return version === 1 && 'label2022' in row ? row.label2022 : row.label;
}

export interface OutcomeSuggestion {
  ecm: readonly EcmOutcome[];
  sf: readonly SfOutcome[];
  /** Suggested only where the condition is so; the worker says. */
  sfWhen?: Readonly<Partial<Record<'SUBSTANCE_USE' | 'DOMESTIC_ABUSE', SfOutcome>>>;
}

/** What an element of the assessment suggests as tags of a plan outcome (rule 9.2). The worker confirms. */
export const OUTCOME_SUGGESTIONS: Readonly<Record<string, OutcomeSuggestion>> = {
  D01: { ecm: ['BH'], sf: ['3'] },
  D02: { ecm: ['BH'], sf: ['2', '3'] },
  D03: { ecm: ['EA'], sf: ['1', '2'] },
  D04: { ecm: ['BH'], sf: ['2', '3', '5'] },
  D05: { ecm: ['SS', 'PC'], sf: ['5', '7'], sfWhen: { SUBSTANCE_USE: '4' } },
  D06: { ecm: ['BH', 'PC'], sf: ['3'] },
  D07: { ecm: ['SS', 'PC'], sf: ['5', '6'] },
  D08: { ecm: ['BH'], sf: ['2', '3'] },
  D09: { ecm: ['EA'], sf: ['1', '2'] },
  D10: { ecm: ['EA', 'EW'], sf: ['1'] },
  D11: { ecm: ['EA'], sf: ['1'] },
  D12: { ecm: ['PC', 'EW'], sf: ['1', '10'] },
  P01: { ecm: ['SS'], sf: ['2', '6'], sfWhen: { SUBSTANCE_USE: '4', DOMESTIC_ABUSE: '8' } },
  P02: { ecm: ['SS'], sf: ['5'] },
  P03: { ecm: ['EA'], sf: ['5'] },
  F01: { ecm: ['SS'], sf: ['4', '5', '7', '8'] },
  F02: { ecm: ['PC'], sf: ['5'] },
  F03: { ecm: ['EW'], sf: ['9', '10'] },
  F04: { ecm: ['PC', 'EW'], sf: ['1', '10'] },
};

/** Tags suggested by several elements together, each once, in framework order. */
export function suggestedOutcomes(elements: readonly string[]): { ecm: EcmOutcome[]; sf: SfOutcome[] } {
  const found = elements.flatMap((element) => OUTCOME_SUGGESTIONS[element] ?? []);
  return {
    ecm: ECM_OUTCOMES.codes.filter((code) => found.some((suggestion) => suggestion.ecm.includes(code))),
    sf: SF_OUTCOMES.codes.filter((code) => found.some((suggestion) => suggestion.sf.includes(code))),
  };
}

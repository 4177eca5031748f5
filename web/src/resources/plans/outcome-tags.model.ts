import { familyOutcomeLabel, SF_OUTCOMES, suggestedOutcomes } from '@encircle/shared/codes';
import type { OutcomeView } from '@encircle/shared/plans';

/** What a hope is about, as a form holds it; empty texts are nothing. */
export interface OutcomeTags {
  elementCode: string;
  ecmOutcome: string;
  familyOutcomes: readonly string[];
}

export const NO_TAGS: OutcomeTags = { elementCode: '', ecmOutcome: '', familyOutcomes: [] };

export const tagsOf = ({ elementCode, ecmOutcome, familyOutcomes }: OutcomeView): OutcomeTags => ({
  elementCode: elementCode ?? '',
  ecmOutcome: ecmOutcome ?? '',
  familyOutcomes: familyOutcomes.map(String),
});

/** Ticked, what the part of the assessment stands for; what was ticked stays, one of the five is chosen where there is one only. */
export function withSuggested(tags: OutcomeTags): OutcomeTags {
  const { ecm, sf } = suggestedOutcomes([tags.elementCode]);
  const ticked = new Set<string>([...tags.familyOutcomes, ...sf]);
  const [only, other] = ecm;
  return {
    ...tags,
    familyOutcomes: SF_OUTCOMES.codes.filter((code) => ticked.has(code)),
    ecmOutcome: tags.ecmOutcome === '' && only !== undefined && other === undefined ? only : tags.ecmOutcome,
  };
}

/** As a new hope, or a changed one, sends it. */
export const tagsCommand = ({ elementCode, ecmOutcome, familyOutcomes }: OutcomeTags) => ({
  ...(elementCode === '' ? {} : { elementCode }),
  ...(ecmOutcome === '' ? {} : { ecmOutcome }),
  familyOutcomes: familyOutcomes.map(Number),
});

export const namesOf = (outcomes: readonly (string | number)[]): string =>
  outcomes.map((each) => familyOutcomeLabel(Number(each))).join(', ');

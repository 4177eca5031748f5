import { codeList, type CodeRow } from './code-list.js';

/** One answer with its codes in the schemes reports ask for; null where the scheme has no place for it (rule 3.3). */
export interface EthnicityRow extends CodeRow {
  readonly school: string;
  readonly nhs2001: string;
  readonly ons2011: string;
  /** UNMAPPABLE means the family would have to be asked again; nobody guesses. */
  readonly ons2021: string;
  readonly needsText?: boolean;
}

const WHITE_GIT = 'White: Gypsy or Irish Traveller';

/** The family's own answer, the 2009 form's boxes with Arab added from the 2011 census. */
export const ETHNICITY = codeList('ethnicity', 1, [
  row('WHITE_BRITISH', 'White British', 'WBRI', 'A', 'White: English/Welsh/Scottish/NI/British'),
  row('WHITE_IRISH', 'White Irish', 'WIRI', 'B', 'White: Irish'),
  row('IRISH_TRAVELLER', 'Traveller of Irish heritage', 'WIRT', 'C', WHITE_GIT),
  row('GYPSY_ROMA', 'Gypsy or Roma', 'WROM', 'C', WHITE_GIT, { ons2021: 'UNMAPPABLE' }),
  row('WHITE_OTHER', 'Any other White background', 'WOTH', 'C', 'White: Other', { needsText: true }),
  row('MIXED_WHITE_CARIBBEAN', 'White and Black Caribbean', 'MWBC', 'D', 'Mixed: White and Black Caribbean'),
  row('MIXED_WHITE_AFRICAN', 'White and Black African', 'MWBA', 'E', 'Mixed: White and Black African'),
  row('MIXED_WHITE_ASIAN', 'White and Asian', 'MWAS', 'F', 'Mixed: White and Asian'),
  row('MIXED_OTHER', 'Any other Mixed background', 'MOTH', 'G', 'Mixed: Other', { needsText: true }),
  row('ASIAN_INDIAN', 'Indian', 'AIND', 'H', 'Asian: Indian'),
  row('ASIAN_PAKISTANI', 'Pakistani', 'APKN', 'J', 'Asian: Pakistani'),
  row('ASIAN_BANGLADESHI', 'Bangladeshi', 'ABAN', 'K', 'Asian: Bangladeshi'),
  row('ASIAN_OTHER', 'Any other Asian background', 'AOTH', 'L', 'Asian: Other', { needsText: true }),
  row('BLACK_CARIBBEAN', 'Black Caribbean', 'BCRB', 'M', 'Black: Caribbean'),
  row('BLACK_AFRICAN', 'Black African', 'BAFR', 'N', 'Black: African'),
  row('BLACK_OTHER', 'Any other Black background', 'BOTH', 'P', 'Black: Other', { needsText: true }),
  row('CHINESE', 'Chinese', 'CHNE', 'R', 'Asian: Chinese'),
  row('ARAB', 'Arab', 'OOTH', 'S', 'Other: Arab'),
  row('OTHER', 'Any other ethnic group', 'OOTH', 'S', 'Other: any other', { needsText: true }),
  row('REFUSED', 'Asked, preferred not to say', 'REFU', 'Z', 'Not stated'),
  row('NOT_YET_ASKED', 'Not yet asked', 'NOBT', 'Z', 'Not stated'),
  row('NOT_KNOWN', 'Not known', 'NOBT', '99', 'Not stated'),
]);

/** The three ways of having no answer, kept apart because they mean different things for data quality. */
export const ETHNICITY_WITHOUT_ANSWER: readonly string[] = ['REFUSED', 'NOT_YET_ASKED', 'NOT_KNOWN'];

function row<const C extends string>(
  code: C,
  label: string,
  school: string,
  nhs2001: string,
  ons2011: string,
  more: { ons2021?: string; needsText?: boolean } = {},
): EthnicityRow & { readonly code: C } {
  return { code, label, school, nhs2001, ons2011, ons2021: more.ons2021 ?? ons2011, ...more };
}

/** One rule of the role's abilities as the API sends them (CASL's raw form). */
export interface AbilityRule {
  action: string | string[];
  subject?: string | string[];
  inverted?: boolean;
}

const covers = (given: string | string[] | undefined, asked: string, any: string): boolean =>
  given === undefined || [given].flat().some((one) => one === asked || one === any);

/**
 * May this role do this to this kind of thing at all? The last rule that fits wins.
 * Only for showing and leaving out controls: what one person may do to one record the API decides.
 */
export function may(rules: readonly AbilityRule[], action: string, subject: string): boolean {
  const rule = rules.findLast(
    (one) => covers(one.action, action, 'manage') && covers(one.subject, subject, 'all'),
  );
  return rule !== undefined && !rule.inverted;
}

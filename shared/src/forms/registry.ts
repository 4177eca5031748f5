import { CAF_V1 } from './caf/v1/form.js';
import type { FormVersion } from './form.js';
import { PRE_CAF_V1 } from './pre-caf/v1.js';

/** Every form and version there is; old versions stay, so that an old assessment reads as it was asked. */
export const FORMS: readonly FormVersion[] = [CAF_V1, PRE_CAF_V1];

export function findForm(code: string, version: string): FormVersion | undefined {
  return FORMS.find((form) => form.code === code && form.version === version);
}

/** The version new work starts with. Throws RangeError when there is no such form. */
export function currentForm(code: string): FormVersion {
  const found = FORMS.filter((form) => form.code === code).at(-1);
  if (!found) throw new RangeError(`There is no form ${code}`);
  return found;
}

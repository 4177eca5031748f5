import { refused, weightedSum, withoutSpacing, type Checked } from './checked.js';

const WEIGHTS = [10, 9, 8, 7, 6, 5, 4, 3, 2, 1] as const;
const UNKNOWN = '9999999999';

/** A unique learner number: ten digits, no leading nought, Σ digit × (10…1) leaves 10 (rule 8.3). */
export function checkUln(text: string): Checked {
  const value = withoutSpacing(text);
  if (!/^[1-9]\d{9}$/.test(value))
    return refused('ULN_FORMAT', 'A ULN has 10 digits and does not begin with 0, for example 1000000019');
  if (value === UNKNOWN)
    return refused('ULN_PLACEHOLDER', '9999999999 stands for "not known". Leave the box empty instead');
  if (weightedSum(value, WEIGHTS) % 11 !== 10)
    return refused('ULN_CHECK', 'This is not a ULN: a digit is wrong or two are swapped');
  return { ok: true, value, display: value };
}

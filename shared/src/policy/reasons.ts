/**
 * Stable codes, each beginning with the rule it applies; words for people live in the language files. Of
 * several the one written first here is told first: what stops someone, the more telling before the general.
 */
export const REASON_CODES = [
  'R01_ACCOUNT',
  'R01_AGENCY',
  'R01_VETTING',
  'R01_TRAINING',
  'R01_ASSURANCE',
  'R02_PURPOSE',
  'R21_BLOCK',
  'R03_MISSING',
  'R03_SEALED',
  'R03_DISPOSED',
  'R03_MERGED',
  'R03_ARCHIVED',
  'T39_LEGAL_HOLD',
  'T39_APPROVALS',
  'R04_SHIELD',
  'R04_STUB',
  'R12_SCOPE',
  'R06_NOT_ENTITLED',
  'R20_FORMER',
  'R20_CLOSED',
  'R20_READ_ONLY',
  'R15_WITHDRAWN',
  'R15_EXPIRED',
  'R07_REFUSED',
  'R07_BEFORE_CONSENT',
  'R07_NO_CONSENT',
  'R08_NO_CONSENT',
  'R09_NO_CONSENT',
  'R10_THIRD',
  'R11_PRIVATE',
  'R13_SAFE',
  'R13_NO_GROUND',
  'R05_RELATION',
  'R17_NO_MATCH',
  'CHANNEL_CONTENTLESS',
  'R14_BREAK_GLASS',
  'R13_DISCLOSURE',
  'R13_SENT',
  'R16_COURT_ORDER',
  'R07_CONSENT',
  'R07_TASK',
  'R08_CONSENT',
  'R08_BROKER',
  'R08_LINE',
  'R09_CONSENT',
  'R10_TASK',
  'R11_NAMED',
  'R19_OWN',
  'R19_OWN_AGENCY',
  'R06_SUBJECT',
  'R06_PARENT',
  'R05_ROLE_ROW',
  'R17_MATCH',
  'R18_AGGREGATE',
  'LOG_ROW',
  'R12_CEILING',
] as const;
export type ReasonCode = (typeof REASON_CODES)[number];

/** Each once, the one to be told first in front. */
export function inTellingOrder(reasons: readonly ReasonCode[]): ReasonCode[] {
  const given = new Set(reasons);
  return REASON_CODES.filter((code) => given.has(code));
}

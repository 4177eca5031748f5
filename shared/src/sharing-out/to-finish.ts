import type { RecordSharing, SharingDetails } from './sharing.contract.js';

/** Fields of the emergency path; six at most, or it is no emergency path (rule 6.7). */
export const EMERGENCY_FIELDS = [
  'subjectId',
  'recipient',
  'ground',
  'categories',
  'exactText',
  'familyTold',
] as const;

const blank = (text: string | null | undefined): boolean => !text?.trim();

/** What has to be there before anything is released, by field. The ground is judged by itself. */
export function missingToShare(body: RecordSharing): Record<string, string[]> {
  const fields: Record<string, string[]> = {};
  if (body.decision === 'NOT_SHARED') {
    if (blank(body.whyNeeded)) fields['whyNeeded'] = ['Say why it is not shared'];
    return fields;
  }
  if (body.recipientAgencyId === undefined && blank(body.recipient))
    fields['recipient'] = ['Say who it is for'];
  if ((body.categories ?? []).length === 0) fields['categories'] = ['Choose what kind of information it is'];
  if (blank(body.exactText))
    fields['exactText'] = ['Write down exactly what you share: never the whole file'];
  return fields;
}

/** What is still to be written within a day, in words. */
export function toFinishSharing(details: {
  [K in keyof SharingDetails]: SharingDetails[K] | null;
}): string[] {
  const lines: [string, boolean][] = [
    ['Why they need it', blank(details.whyNeeded)],
    ['Why there is no agreement', details.agreement == null || blank(details.agreementReason)],
    ['Whether the family was told', details.familyTold == null],
    ['Why the family was not told', details.familyTold === 'NO' && details.notToldReason == null],
    ['Whose advice you took', (details.adviceFrom ?? []).length === 0],
    ['The lawful basis', details.lawfulBasis == null],
    ['How it was shared', details.method == null],
  ];
  return lines.filter(([, missing]) => missing).map(([line]) => line);
}

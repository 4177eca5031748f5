/** What is still to be written, in words. */
export function toFinish(referral: {
  childNamed?: string | null;
  episodeId?: string | null;
  facts?: string | null;
  familyTold?: string | null;
  notToldReason?: string | null;
}): string[] {
  const blank = (text: string | null | undefined): boolean => !text?.trim();
  const missing: [boolean, string][] = [
    [blank(referral.childNamed) && !referral.episodeId, 'Who the child is'],
    [blank(referral.facts), 'What you saw or heard'],
    [!referral.familyTold, 'Whether the family was told'],
    [referral.familyTold === 'NO' && blank(referral.notToldReason), 'Why the family was not told'],
  ];
  return missing.filter(([is]) => is).map(([, words]) => words);
}

/**
 * Words an authority may choose for itself, kept out of every sentence: "lead professional" is "lead
 * practitioner" in the next borough. Lower case; {@link fillTerms} capitalises where a sentence begins.
 */
export interface Terms {
  assessment: string;
  assessmentShort: string;
  assessmentFamily: string;
  meeting: string;
  meetingShort: string;
  meetingFamily: string;
  leadProfessional: string;
  leadProfessionalFamily: string;
  keyWorker: string;
  agreement: string;
  agreementFamily: string;
  frontDoor: string;
}

export const DEFAULT_TERMS: Readonly<Terms> = {
  assessment: 'Common Assessment',
  assessmentShort: 'CAF',
  assessmentFamily: 'your family’s support plan',
  meeting: 'team around the child meeting',
  meetingShort: 'TAC meeting',
  meetingFamily: 'your meeting',
  leadProfessional: 'lead professional',
  leadProfessionalFamily: 'your main contact',
  keyWorker: 'key worker',
  agreement: 'agreement to share',
  agreementFamily: 'what you are happy for us to share',
  frontDoor: 'safeguarding hub',
};

/** Settings over the defaults; blank settings are ignored. */
export function termsWith(settings: Partial<Terms>): Terms {
  const chosen = Object.entries(settings).filter(([, word]) => word?.trim());
  return { ...DEFAULT_TERMS, ...Object.fromEntries(chosen) };
}

/** Puts terms into text: `{leadProfessional}` as it is, `{LeadProfessional}` with a capital. */
export function fillTerms(text: string, terms: Readonly<Terms> = DEFAULT_TERMS): string {
  return text.replace(/\{([A-Za-z]+)\}/g, (whole, name: string) => {
    const key = (name.charAt(0).toLowerCase() + name.slice(1)) as keyof Terms;
    const word = terms[key];
    if (word === undefined) return whole;
    return name.charAt(0) === key.charAt(0) ? word : word.charAt(0).toUpperCase() + word.slice(1);
  });
}

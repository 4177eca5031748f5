import type { RecordSharing } from '@encircle/shared/sharing-out';

export type ShareForm = Partial<Omit<RecordSharing, 'decision'>>;

/** The last line of the list of services: somebody who is not in it. */
export const OTHER = 'OTHER';

/** What is sent: a service of the list or a name, never both; nothing empty. */
export function commandOf(
  form: ShareForm,
  decision: RecordSharing['decision'],
  emergency: boolean,
): Partial<RecordSharing> {
  const { recipientAgencyId, recipient, ...rest } = form;
  const named = recipientAgencyId === undefined || recipientAgencyId === '' || recipientAgencyId === OTHER;
  const filled = Object.entries({
    ...rest,
    ...(named ? { recipient } : { recipientAgencyId }),
  }).filter(
    ([, value]) => value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0),
  );
  return { ...(Object.fromEntries(filled) as ShareForm), decision, emergency };
}

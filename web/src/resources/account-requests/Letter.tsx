import type { AccountRequestView } from '@encircle/shared/account-requests';
import { formatLong } from '@encircle/shared/dates';
import { useWords } from '@web/i18n/useWords';

/** The same for everybody: it holds what they wrote themselves, and no word of a record. */
export function Letter({ request }: { request: AccountRequestView }) {
  const w = useWords();
  return (
    <article
      aria-label={w('accountRequests.statuses.NEUTRAL')}
      style={{ display: 'grid', gap: 12, maxWidth: '68ch' }}
    >
      <p>{w('accountRequests.letter.dear', { name: request.requester })}</p>
      <p>{w('accountRequests.letter.one', { date: formatLong(request.receivedOn) })}</p>
      <p>{w('accountRequests.letter.two')}</p>
      <p>{w('accountRequests.letter.three')}</p>
      <p>{w('accountRequests.letter.end', { reference: request.reference })}</p>
    </article>
  );
}

import { useEffect, useState } from 'react';
import type { SensitiveServicesView } from '@encircle/shared/sensitive';
import { useWords } from '@web/i18n/useWords';
import { api } from '@web/providers/http';
import { Well } from '@web/ui/Card';

/** Asked for under the purpose of brokering, by the one who took the question on. */
export function ServicesToRing({ id }: { id: string }) {
  const w = useWords();
  const [found, setFound] = useState<SensitiveServicesView['items'] | null>(null);
  useEffect(() => {
    const stop = new AbortController();
    api<SensitiveServicesView>(`/contact-requests/${id}/services`, {
      purpose: 'BROKER',
      signal: stop.signal,
    })
      .then((answer) => setFound(answer.items))
      .catch(() => undefined);
    return () => stop.abort();
  }, [id]);
  if (found === null) return null;
  return (
    <Well>
      <h3>{w('contact.services')}</h3>
      {found.length === 0 ? (
        <p>{w('contact.noServices')}</p>
      ) : (
        <ul>
          {found.map((each) => (
            <li key={each.id}>{[each.service, each.worker, each.phone].filter(Boolean).join(', ')}</li>
          ))}
        </ul>
      )}
    </Well>
  );
}

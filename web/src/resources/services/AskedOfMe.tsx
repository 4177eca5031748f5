import { formatDate, londonDate } from '@encircle/shared/dates';
import type { ServiceRequestList } from '@encircle/shared/services';
import { useWords } from '@web/i18n/useWords';
import { MorePages, useMorePages } from '@web/layout/MorePages';
import { Button } from '@web/ui/Button';
import { Card, CardLines } from '@web/ui/Card';
import { Actions } from '@web/ui/layout';

/** Requests that wait for the reader's answer. */
export function AskedOfMe() {
  const w = useWords();
  const pages = useMorePages<ServiceRequestList>('/my/service-requests', { limit: 25 });
  return (
    <MorePages pages={pages} more={w('services.requests.more')}>
      {(items) =>
        items.length > 0 && (
          <Card title={w('services.requests.mine')} count={items.length} flush>
            <CardLines aria-label={w('services.requests.mine')}>
              {items.map(({ id, childName, askedBy, askedByAgency, askedAt }) => (
                <li key={id}>
                  {w('services.requests.about', { child: childName })}.{' '}
                  {w('services.requests.from', {
                    name: askedBy,
                    agency: askedByAgency,
                    date: formatDate(londonDate(askedAt)),
                  })}
                  <Actions style={{ marginTop: 8 }}>
                    <Button
                      size="small"
                      to={`/service-requests/${id}`}
                      aria-label={w('services.requests.openOf', { child: childName })}
                    >
                      {w('services.requests.open')}
                    </Button>
                  </Actions>
                </li>
              ))}
            </CardLines>
          </Card>
        )
      }
    </MorePages>
  );
}

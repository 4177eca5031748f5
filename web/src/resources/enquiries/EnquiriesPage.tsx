import type { EnquiryList } from '@encircle/shared/enquiries';
import { useWords } from '@web/i18n/useWords';
import { MorePages, useMorePages } from '@web/layout/MorePages';
import { useCan } from '@web/providers/me';
import { Button } from '@web/ui/Button';
import { Card } from '@web/ui/Card';
import { EmptyState } from '@web/ui/EmptyState';
import { PageTitle } from '@web/ui/PageTitle';
import { Stack } from '@web/ui/layout';
import { EnquiryTable } from './EnquiryTable';

/** The front door: for the CAF team what waits for a decision, for everybody what they asked and what came of it. */
export default function EnquiriesPage() {
  const w = useWords();
  const decides = useCan()('approve', 'enquiry');
  return (
    <>
      <PageTitle
        title={w('enquiries.title')}
        note={w('enquiries.note')}
        actions={
          <Button kind="filled" to="/enquiries/new">
            {w('enquiries.add')}
          </Button>
        }
      />
      <Stack>
        {decides ? <Queue /> : <Offered />}
        <Own />
      </Stack>
    </>
  );
}

function Queue() {
  const w = useWords();
  const pages = useMorePages<EnquiryList>('/enquiry-queue', { limit: 25 });
  return (
    <MorePages pages={pages} more={w('enquiries.moreQueue')}>
      {(items) =>
        items.length === 0 ? (
          <EmptyState title={w('enquiries.queueNone')}>{w('enquiries.queueNoneNote')}</EmptyState>
        ) : (
          <Card title={w('enquiries.queue')} note={w('enquiries.queueNote')} flush>
            <EnquiryTable label={w('enquiries.queue')} items={items} waiting />
          </Card>
        )
      }
    </MorePages>
  );
}

function Offered() {
  const w = useWords();
  const pages = useMorePages<EnquiryList>('/enquiries-offered', { limit: 25 });
  return (
    <MorePages pages={pages} more={w('enquiries.moreQueue')}>
      {(items) =>
        items.length > 0 && (
          <Card title={w('enquiries.offered')} flush>
            <EnquiryTable label={w('enquiries.offered')} items={items} />
          </Card>
        )
      }
    </MorePages>
  );
}

function Own() {
  const w = useWords();
  const pages = useMorePages<EnquiryList>('/enquiries', { limit: 25 });
  return (
    <MorePages pages={pages} more={w('enquiries.more')}>
      {(items) =>
        items.length === 0 ? (
          <EmptyState title={w('enquiries.none')}>{w('enquiries.noneNote')}</EmptyState>
        ) : (
          <Card title={w('enquiries.made')} flush>
            <EnquiryTable label={w('enquiries.made')} items={items} />
          </Card>
        )
      }
    </MorePages>
  );
}

import type { ConsultationView } from '@encircle/shared/engagement';
import { useWords } from '@web/i18n/useWords';
import { MorePages, useMorePages } from '@web/layout/MorePages';
import { Button } from '@web/ui/Button';
import { Card } from '@web/ui/Card';
import { EmptyState } from '@web/ui/EmptyState';
import { Actions, Stack } from '@web/ui/layout';
import { PageTitle } from '@web/ui/PageTitle';
import { ConsultationLines } from './ConsultationLines';

interface Page {
  items: ConsultationView[];
  next: string | null;
}

/** What colleagues want to talk about, newest first. */
export default function ConsultationsPage() {
  const w = useWords();
  const pages = useMorePages<Page>('/consultations', { limit: 25 });
  return (
    <>
      <PageTitle title={w('engagement.list.title')} note={w('engagement.list.note')} />
      <MorePages pages={pages} more={w('engagement.list.more')}>
        {(items: ConsultationView[]) =>
          items.length === 0 ? (
            <EmptyState title={w('engagement.list.none')}>{w('engagement.list.noneBody')}</EmptyState>
          ) : (
            <Stack>
              {items.map((item) => (
                <Card key={item.id}>
                  <ConsultationLines item={item} />
                  <Actions style={{ marginTop: 12 }}>
                    <Button size="small" to={`/consultations/${item.id}`}>
                      {w('engagement.consult.open')}
                    </Button>
                  </Actions>
                </Card>
              ))}
            </Stack>
          )
        }
      </MorePages>
    </>
  );
}

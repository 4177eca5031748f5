import { FilePlus2 } from 'lucide-react';
import { useState } from 'react';
import type { DocumentsPage } from '@encircle/shared/documents';
import { useWords } from '@web/i18n/useWords';
import { MorePages, useMorePages } from '@web/layout/MorePages';
import { Button } from '@web/ui/Button';
import { Card, CardLines } from '@web/ui/Card';
import { Notice } from '@web/ui/Notice';
import { Stack } from '@web/ui/layout';
import { AddDocument, type DocumentPeople } from './AddDocument';
import { DocumentLine } from './DocumentLine';

export interface DocumentsCardProps {
  episodeId: string;
  people: DocumentPeople;
  mayWrite: boolean;
}

/** Documents of a case, newest first, and the form to add one. */
export function DocumentsCard({ episodeId, people, mayWrite }: DocumentsCardProps) {
  const w = useWords();
  const [adding, setAdding] = useState(false);
  const [saved, setSaved] = useState(false);
  const pages = useMorePages<DocumentsPage>(`/episodes/${episodeId}/documents`, {});
  const open = (next: boolean) => {
    setSaved(false);
    setAdding(next);
  };
  return (
    <Card
      title={w('documents.title')}
      link={
        mayWrite &&
        !adding && (
          <Button kind="outlined" icon={FilePlus2} onClick={() => open(true)}>
            {w('documents.add')}
          </Button>
        )
      }
    >
      <Stack style={{ gap: 16 }}>
        {saved && <Notice kind="good">{w('documents.form.saved')}</Notice>}
        {adding && (
          <AddDocument
            episodeId={episodeId}
            people={people}
            onSaved={() => {
              setAdding(false);
              setSaved(true);
            }}
            onLeave={() => open(false)}
          />
        )}
        <MorePages pages={pages} more={w('documents.more')}>
          {(items) =>
            items.length === 0 ? (
              <p>
                <strong>{w('documents.none')}.</strong> {w('documents.noneBody')}
              </p>
            ) : (
              <CardLines style={{ margin: '0 -24px' }}>
                {items.map((each) => (
                  <DocumentLine key={each.id} document={each} episodeId={episodeId} />
                ))}
              </CardLines>
            )
          }
        </MorePages>
      </Stack>
    </Card>
  );
}

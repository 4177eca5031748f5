import { useState } from 'react';
import type { KeptRecordsView, KeptRecordView } from '@encircle/shared/episodes';
import { useWords } from '@web/i18n/useWords';
import { MorePages, useMorePages } from '@web/layout/MorePages';
import { useMe } from '@web/providers/me';
import { Button } from '@web/ui/Button';
import { Chip, ChipRow } from '@web/ui/Chip';
import { EmptyState } from '@web/ui/EmptyState';
import { PageTitle } from '@web/ui/PageTitle';
import { Actions, Stack } from '@web/ui/layout';
import { TextInput } from '@web/ui/TextInput';
import { Certificates } from './Certificates';
import { KeptTable } from './KeptTable';

const VIEWS = ['HELD', 'DUE', 'MERGED'] as const;
type View = (typeof VIEWS)[number] | 'REF' | 'DESTROYED';

/** Records as their keepers know them: under a hold, at the end of their time, merged, or found by a reference. No names. */
export default function RecordKeepingPage() {
  const w = useWords();
  const officer = useMe().membership.role === 'IGO';
  const [view, setView] = useState<View>('HELD');
  const [ref, setRef] = useState('');
  const [asked, setAsked] = useState('');
  return (
    <>
      <PageTitle title={w('keeping.title')} note={w('keeping.note')} />
      <Stack>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (ref.trim() === '') return;
            setAsked(ref.trim());
            setView('REF');
          }}
        >
          <Actions style={{ alignItems: 'flex-end' }}>
            <TextInput
              name="ref"
              label={w('keeping.ref')}
              value={ref}
              onChange={(event) => setRef(event.target.value)}
            />
            <Button type="submit">{w('keeping.find')}</Button>
          </Actions>
        </form>
        <ChipRow label={w('keeping.show')}>
          {VIEWS.map((each) => (
            <Chip key={each} on={view === each} onClick={() => setView(each)}>
              {w(`keeping.view.${each}`)}
            </Chip>
          ))}
          {officer && (
            <Chip on={view === 'DESTROYED'} onClick={() => setView('DESTROYED')}>
              {w('keeping.view.DESTROYED')}
            </Chip>
          )}
        </ChipRow>
        {view === 'DESTROYED' ? <Certificates /> : <Records view={view} reference={asked} />}
      </Stack>
    </>
  );
}

function Records({ view, reference }: { view: Exclude<View, 'DESTROYED'>; reference: string }) {
  const w = useWords();
  const pages = useMorePages<KeptRecordsView>('/record-keeping', {
    view,
    limit: 25,
    ...(view === 'REF' ? { ref: reference } : {}),
  });
  return (
    <MorePages pages={pages} more={w('keeping.more')}>
      {(items: KeptRecordView[]) =>
        items.length === 0 ? (
          <EmptyState title={w(`keeping.none.${view}`)}>{w('keeping.noneNote')}</EmptyState>
        ) : (
          <KeptTable items={items} />
        )
      }
    </MorePages>
  );
}

import { PencilLine } from 'lucide-react';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { NOTE_TYPES } from '@encircle/shared/codes';
import type { NotesPage } from '@encircle/shared/recording';
import { useWords } from '@web/i18n/useWords';
import { Button } from '@web/ui/Button';
import { Chip, ChipRow } from '@web/ui/Chip';
import { EmptyState } from '@web/ui/EmptyState';
import { Notice } from '@web/ui/Notice';
import { PageTitle } from '@web/ui/PageTitle';
import { ChipSelect } from '@web/ui/ChipSelect';
import { Stack } from '@web/ui/layout';
import { ChildSwitch } from '@web/layout/ChildSwitch';
import { MorePages, useMorePages } from '@web/layout/MorePages';
import { DocumentsCard } from '@web/resources/documents/DocumentsReference';
import { NoteCard } from './NoteCard';
import { WriteNote, type NotePeople } from './WriteNote';

export interface NotesTabProps {
  episodeId: string;
  people: NotePeople;
  mayWrite: boolean;
  tab: string;
}

/** Notes of a case, newest first, and the form to add one. `?write=1` opens the form, so that any page can link to it. */
export function NotesTab({ episodeId, people, mayWrite, tab }: NotesTabProps) {
  const w = useWords();
  const [search, setSearch] = useSearchParams();
  const [saved, setSaved] = useState(false);
  const [kind, setKind] = useState('');
  const [significant, setSignificant] = useState(false);
  const [child, setChild] = useState<string | null>(null);
  const writing = mayWrite && search.get('write') === '1';
  const open = (next: boolean) => {
    setSaved(false);
    setSearch(next ? { write: '1' } : {}, { replace: true });
  };
  return (
    <>
      <PageTitle
        title={w('recording.notes.title')}
        note={w('recording.notes.note')}
        tab={tab}
        section
        actions={
          mayWrite &&
          !writing && (
            <Button kind="filled" icon={PencilLine} onClick={() => open(true)}>
              {w('recording.notes.write')}
            </Button>
          )
        }
      />
      <Stack>
        {saved && <Notice kind="good">{w('recording.form.saved')}</Notice>}
        {writing && (
          <WriteNote
            episodeId={episodeId}
            people={people}
            onSaved={() => {
              open(false);
              setSaved(true);
            }}
            onLeave={() => open(false)}
          />
        )}
        <DocumentsCard episodeId={episodeId} people={people} mayWrite={mayWrite} />
        <Filters kind={kind} onKind={setKind} significant={significant} onSignificant={setSignificant} />
        <ChildSwitch items={people.children} value={child} onChange={setChild} />
        <Notes
          key={`${kind} ${significant} ${child}`}
          episodeId={episodeId}
          family={people.children}
          child={child}
          kind={kind}
          significant={significant}
        />
      </Stack>
    </>
  );
}

interface FiltersProps {
  kind: string;
  onKind: (kind: string) => void;
  significant: boolean;
  onSignificant: (on: boolean) => void;
}

function Filters({ kind, onKind, significant, onSignificant }: FiltersProps) {
  const w = useWords();
  return (
    <div style={{ display: 'flex', flexWrap: 'wrap', gap: '12px 16px', alignItems: 'center' }}>
      <ChipSelect
        label={w('recording.notes.kind')}
        options={[
          { value: '', label: w('recording.notes.kindAny') },
          ...NOTE_TYPES.rows.map(({ code, label }) => ({ value: code, label })),
        ]}
        value={kind}
        onChange={onKind}
      />
      <ChipRow label={w('recording.notes.significantOnly')}>
        <Chip on={significant} onClick={() => onSignificant(!significant)}>
          {w('recording.notes.significantOnly')}
        </Chip>
      </ChipRow>
    </div>
  );
}

interface NotesProps {
  episodeId: string;
  family: NotePeople['children'];
  child: string | null;
  kind: string;
  significant: boolean;
}

function Notes({ episodeId, family, child, kind, significant }: NotesProps) {
  const w = useWords();
  const pages = useMorePages<NotesPage>(`/episodes/${episodeId}/notes`, {
    subjectId: child,
    kind: kind || null,
    significant: significant || null,
  });
  return (
    <MorePages pages={pages} more={w('recording.notes.more')}>
      {(items) =>
        items.length === 0 ? (
          <EmptyState title={w('recording.notes.none')}>{w('recording.notes.noneBody')}</EmptyState>
        ) : (
          <section aria-label={w('recording.notes.list')}>
            <Stack style={{ gap: 16 }}>
              {items.map((note) => (
                <NoteCard key={note.id} note={note} family={family} episodeId={episodeId} />
              ))}
            </Stack>
          </section>
        )
      }
    </MorePages>
  );
}

import { styled } from '@mui/material/styles';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import type { AgencyList, WorkerList } from '@encircle/shared/people';
import { useWords } from '@web/i18n/useWords';
import { useGet } from '@web/providers/useGet';
import { Button } from '@web/ui/Button';
import { TextInput } from '@web/ui/TextInput';
import { newRow, type Row } from './agreement.model';

const Found = styled('ul')({
  listStyle: 'none',
  padding: 0,
  margin: '8px 0',
  display: 'grid',
  gap: 4,
  justifyItems: 'start',
});
const Shell = styled('div')({
  padding: '0 24px 16px',
  maxWidth: '36rem',
  '@media (max-width: 599px)': { padding: 16 },
});

const LEAST = 2;

/** Adds a line for a service or one person of the directory. */
export function AddRecipient({ rows, onAdd }: { rows: readonly Row[]; onAdd: (row: Row) => void }) {
  const w = useWords();
  const [open, setOpen] = useState(false);
  const [text, setText] = useState('');
  const q = text.trim();
  const asking = open && q.length >= LEAST;
  const agencies = useGet<AgencyList>(asking ? '/agencies' : null, { q, limit: 5 });
  const workers = useGet<WorkerList>(asking ? '/workers' : null, { q, limit: 5 });
  const taken = new Set(rows.map((row) => row.id));
  const found = [
    ...(agencies.data?.items ?? []).map((each) => ({
      row: newRow('SERVICE', each.id, each.name),
      label: each.name,
    })),
    ...(workers.data?.items ?? []).map((each) => ({
      row: newRow('PERSON', each.userId, each.fullName),
      label: w('consent.share.addPerson', { name: each.fullName, service: each.agencyName }),
    })),
  ].filter(({ row }) => !taken.has(row.id));
  const add = (row: Row) => {
    onAdd(row);
    setText('');
    setOpen(false);
  };
  if (!open)
    return (
      <Shell>
        <Button kind="neutral" icon={Plus} onClick={() => setOpen(true)}>
          {w('consent.share.add')}
        </Button>
      </Shell>
    );
  return (
    <Shell>
      <TextInput
        name="addRecipient"
        label={w('consent.share.addLabel')}
        hint={w('consent.share.addHint')}
        value={text}
        maxLength={80}
        autoFocus
        onChange={(event) => setText(event.target.value)}
      />
      <Found aria-live="polite">
        {found.map(({ row, label }) => (
          <li key={row.id}>
            <Button kind="outlined" size="small" icon={Plus} onClick={() => add(row)}>
              {w('consent.share.addThis', { name: label })}
            </Button>
          </li>
        ))}
        {asking && agencies.data && workers.data && found.length === 0 && (
          <li>{w('consent.share.addNothing')}</li>
        )}
      </Found>
      <Button kind="quiet" size="small" onClick={() => setOpen(false)}>
        {w('consent.share.close')}
      </Button>
    </Shell>
  );
}

import { useState } from 'react';
import type { AgencyList } from '@encircle/shared/people';
import { useWords } from '@web/i18n/useWords';
import { useGet } from '@web/providers/useGet';
import { Button } from '@web/ui/Button';
import { Chip, ChipRow } from '@web/ui/Chip';
import { Actions, Stack } from '@web/ui/layout';
import { TextInput } from '@web/ui/TextInput';

const LETTERS = 2;

export interface NotToFieldProps {
  value: readonly string[];
  error: string | undefined;
  onChange: (ids: string[]) => void;
}

/** Services the family does not want to be asked. */
export function NotToField({ value, error, onChange }: NotToFieldProps) {
  const w = useWords();
  const [typed, setTyped] = useState('');
  const q = typed.trim();
  const found = useGet<AgencyList>(q.length >= LETTERS ? '/agencies' : null, { q, limit: 5 });
  // Names of those chosen earlier come with the list of services; one that is not in it keeps its place unnamed.
  const all = useGet<AgencyList>(value.length > 0 ? '/agencies' : null, { limit: 50 });
  const nameOf = (id: string) => all.data?.items.find((each) => each.id === id)?.name ?? '…';
  const open = (found.data?.items ?? []).filter(({ id }) => !value.includes(id));
  return (
    <Stack style={{ gap: 12 }}>
      <TextInput
        name="notTo"
        label={w('enquiries.form.notTo')}
        hint={w('enquiries.form.notToHint')}
        optional={w('enquiries.form.ifKnown')}
        value={typed}
        error={error}
        onChange={(event) => setTyped(event.target.value)}
      />
      {q.length >= LETTERS && open.length > 0 && (
        <Actions>
          {open.map(({ id, name }) => (
            <Button
              key={id}
              size="small"
              kind="neutral"
              onClick={() => {
                onChange([...value, id]);
                setTyped('');
              }}
            >
              {w('enquiries.form.notToAdd', { name })}
            </Button>
          ))}
        </Actions>
      )}
      {value.length > 0 && (
        <ChipRow label={w('enquiries.form.notToRow')}>
          {value.map((id) => (
            <Chip key={id} kind="remove" onClick={() => onChange(value.filter((each) => each !== id))}>
              {nameOf(id)}
            </Chip>
          ))}
        </ChipRow>
      )}
    </Stack>
  );
}

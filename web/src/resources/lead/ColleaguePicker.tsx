import { useState } from 'react';
import type { WorkerList } from '@encircle/shared/people';
import { useWords } from '@web/i18n/useWords';
import { Loaded } from '@web/layout/Loaded';
import { useGet } from '@web/providers/useGet';
import { RadioGroup } from '@web/ui/RadioGroup';
import { Stack } from '@web/ui/layout';
import { TextInput } from '@web/ui/TextInput';

export interface Colleague {
  userId: string;
  agencyId: string;
  fullName?: string;
  agencyName?: string;
}

export interface ColleaguePickerProps {
  name: string;
  value: Colleague | null;
  error?: string | undefined;
  onChange: (value: Colleague | null) => void;
}

const LETTERS = 2;

/** Colleagues by name or service: a directory of workers, with no child in it. */
export function ColleaguePicker({ name, value, error, onChange }: ColleaguePickerProps) {
  const w = useWords();
  const [words, setWords] = useState('');
  const asked = words.trim().length >= LETTERS;
  const query = useGet<WorkerList>(asked ? '/workers' : null, { q: words.trim() });
  return (
    <Stack style={{ gap: 12 }}>
      <TextInput
        name={`${name}.find`}
        label={w('lead.find')}
        hint={w('lead.findHint')}
        value={words}
        error={error}
        onChange={(event) => {
          setWords(event.target.value);
          onChange(null);
        }}
      />
      {asked && (
        <Loaded query={query}>
          {({ items }) =>
            items.length === 0 ? (
              <p>{w('lead.nobody')}</p>
            ) : (
              <RadioGroup
                name={name}
                label={w('lead.choose')}
                options={items.slice(0, 8).map((each) => ({
                  value: `${each.userId} ${each.agencyId}`,
                  label: each.fullName,
                  hint: [each.jobTitle, each.agencyName].filter(Boolean).join(', '),
                }))}
                value={value && `${value.userId} ${value.agencyId}`}
                onChange={(chosen) => {
                  const [userId = '', agencyId = ''] = chosen.split(' ');
                  const who = items.find((each) => each.userId === userId && each.agencyId === agencyId);
                  const { fullName, agencyName } = who ?? {};
                  onChange({
                    userId,
                    agencyId,
                    ...(fullName ? { fullName } : {}),
                    ...(agencyName ? { agencyName } : {}),
                  });
                }}
              />
            )
          }
        </Loaded>
      )}
    </Stack>
  );
}

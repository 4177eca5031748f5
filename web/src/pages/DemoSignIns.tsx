import { styled } from '@mui/material/styles';
import { useId, useState } from 'react';
import { useWords } from '@web/i18n/useWords';
import type { DemoSignIn, DemoSignIns as DemoList } from '@web/providers/types';
import { useGet } from '@web/providers/useGet';
import { TextInput } from '@web/ui/TextInput';

const Shell = styled('section')({
  maxWidth: 560,
  marginTop: 32,
  '& h2': { fontSize: '1.25rem', lineHeight: '1.75rem' },
  '& > p': { color: 'var(--ink-soft)', marginBottom: 12 },
  '& ul': {
    listStyle: 'none',
    padding: 0,
    marginTop: 12,
    border: '1px solid var(--line)',
    borderRadius: 8,
  },
  '& li + li': { borderTop: '1px solid var(--line)' },
  '& li button': {
    display: 'grid',
    gridTemplateColumns: 'minmax(9rem, 1fr) 2fr',
    gap: '0 16px',
    width: '100%',
    padding: '10px 14px',
    border: 0,
    background: 'none',
    color: 'var(--ink)',
    font: 'inherit',
    textAlign: 'left',
    cursor: 'pointer',
  },
  '& li button:hover': { background: 'var(--teal-pale)' },
  '& small': { display: 'block', fontSize: '0.875rem', lineHeight: '1.25rem', color: 'var(--ink-soft)' },
  '@media (max-width: 599px)': { '& li button': { gridTemplateColumns: '1fr' } },
});

const fits = (demo: DemoSignIn, words: string) =>
  `${demo.name} ${demo.role} ${demo.agency} ${demo.what}`.toLowerCase().includes(words.trim().toLowerCase());

/** The people of the practice area; nothing at all where the program is not a demo. */
export function DemoSignIns({ onChoose }: { onChoose: (demo: DemoSignIn, password: string) => void }) {
  const w = useWords();
  const id = useId();
  const { data } = useGet<DemoList>('/session/demo');
  const [words, setWords] = useState('');
  if (!data?.items.length) return null;
  const shown = data.items.filter((demo) => fits(demo, words));
  return (
    <Shell aria-labelledby={id}>
      <h2 id={id}>{w('signIn.demo.title')}</h2>
      <p>{w('signIn.demo.note', { password: data.password })}</p>
      {data.items.length > 8 && (
        <TextInput
          label={w('signIn.demo.find')}
          name="find-demo"
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
      )}
      <ul>
        {shown.map((demo) => (
          <li key={demo.email}>
            <button type="button" onClick={() => onChoose(demo, data.password)}>
              <span>
                <strong>{demo.name}</strong>
                <small>
                  {demo.role}, {demo.agency}
                </small>
              </span>
              <small>{demo.what}</small>
            </button>
          </li>
        ))}
      </ul>
    </Shell>
  );
}

import { styled } from '@mui/material/styles';
import { useState, type FormEvent } from 'react';
import { useWords } from '@web/i18n/useWords';
import type { Cover } from '@web/providers/cover';
import { Problem } from '@web/providers/problem';
import { Button } from '@web/ui/Button';
import { Hint } from '@web/ui/Field';
import { ProductMark } from '@web/ui/Ring';
import { PasswordInput } from './PasswordInput';
import { useProblemWords } from './useProblemWords';

const Page = styled('main')({
  minHeight: '100vh',
  boxSizing: 'border-box',
  display: 'grid',
  placeContent: 'center',
  padding: 24,
  background: 'var(--ground)',
  '& form': {
    width: 'min(26rem, calc(100vw - 48px))',
    display: 'grid',
    gap: 16,
    padding: 24,
    boxSizing: 'border-box',
    background: 'var(--surface)',
    border: '1px solid var(--line)',
    borderRadius: 8,
  },
  '& h1': { fontSize: '1.25rem', lineHeight: '1.75rem' },
});

export interface LockPageProps {
  why: Exclude<Cover, 'dates'>;
  name: string;
  email: string;
  /** Signs in again; throws a Problem. */
  onOpen: (password: string) => Promise<void>;
  /** Signs out; throws a Problem. */
  onLeave: () => Promise<void>;
}

/** Asks for the password again; what was on the screen is still there behind it. */
export function LockPage({ why, name, email, onOpen, onLeave }: LockPageProps) {
  const w = useWords();
  const problemWords = useProblemWords();
  const [password, setPassword] = useState('');
  const [error, setError] = useState<string>();
  const [busy, setBusy] = useState(false);

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (!password) return setError(w('signIn.needPassword'));
    setBusy(true);
    try {
      await onOpen(password);
    } catch (caught) {
      const refused = caught instanceof Problem && caught.status === 401;
      setError(refused ? w('session.lock.wrong') : problemWords(caught));
    } finally {
      setBusy(false);
    }
  }

  return (
    <Page>
      <form noValidate onSubmit={(event) => void submit(event)}>
        <ProductMark size={36} />
        <h1>{w('session.lock.title')}</h1>
        <p>{w(`session.lock.${why}`)}</p>
        <p>
          <strong>{w('session.lock.as', { name })}</strong>
        </p>
        <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
        <PasswordInput value={password} onChange={setPassword} error={error} autoFocus />
        <Button kind="filled" type="submit" disabled={busy}>
          {w('session.lock.go')}
        </Button>
        <div>
          <Button
            kind="neutral"
            onClick={() => void onLeave().catch((caught: unknown) => setError(problemWords(caught)))}
            aria-describedby="leave-hint"
          >
            {w('session.lock.other')}
          </Button>
          <Hint id="leave-hint">{w('session.lock.otherHint')}</Hint>
        </div>
      </form>
    </Page>
  );
}

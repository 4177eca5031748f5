import { styled } from '@mui/material/styles';
import { useState, type FormEvent } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { useWords } from '@web/i18n/useWords';
import { signIn } from '@web/providers/auth-provider';
import { Problem } from '@web/providers/problem';
import { Button } from '@web/ui/Button';
import { ErrorSummary, type FormError } from '@web/ui/ErrorSummary';
import { PageTitle } from '@web/ui/PageTitle';
import { ProductMark } from '@web/ui/Ring';
import { TextInput } from '@web/ui/TextInput';
import type { DemoSignIn } from '@web/providers/types';
import { DemoSignIns } from './DemoSignIns';
import { PasswordInput } from './PasswordInput';
import { placeAfterSignIn } from './return-place';
import { SignInPicture } from './SignInPicture';
import { useProblemWords } from './useProblemWords';

const Page = styled('div')({
  minHeight: '100vh',
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr)',
  background: 'var(--surface)',
  '@media (min-width: 1024px)': { gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)' },
  '& > aside': { display: 'none', '@media (min-width: 1024px)': { display: 'grid' } },
});
const Side = styled('main')({
  padding: '40px 64px',
  boxSizing: 'border-box',
  '@media (max-width: 599px)': { padding: '24px 16px' },
  '& > .mark': { display: 'flex', alignItems: 'center', gap: 12, fontSize: '1.25rem', fontWeight: 700 },
  '& > .inside': { maxWidth: 420, marginTop: 'clamp(16px, 8vh, 80px)' },
  '& form': { display: 'grid', gap: 16 },
  '& .kept': { fontSize: '0.875rem', lineHeight: '1.25rem', color: 'var(--ink-soft)', marginTop: 20 },
});

/** Work email and password; says plainly that looking is recorded. In the demo, people to try it as. */
export function SignInPage() {
  const w = useWords();
  const say = useProblemWords();
  const go = useNavigate();
  const { state } = useLocation();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [errors, setErrors] = useState<FormError[]>([]);
  const [attempt, setAttempt] = useState(0);
  const [busy, setBusy] = useState(false);
  const errorOf = (field: string) => errors.find((error) => error.field === field)?.message;

  function missing(): FormError[] {
    return [
      ...(email.trim() ? [] : [{ field: 'email', message: w('signIn.needEmail') }]),
      ...(password ? [] : [{ field: 'password', message: w('signIn.needPassword') }]),
    ];
  }

  async function submit(event: FormEvent) {
    event.preventDefault();
    setAttempt(attempt + 1);
    const found = missing();
    setErrors(found);
    if (found.length) return;
    setBusy(true);
    try {
      await signIn({ email: email.trim(), password });
      await go(placeAfterSignIn(state), { replace: true });
    } catch (error) {
      const refused = error instanceof Problem && error.status === 401;
      setErrors([refused ? { field: 'email', message: w('signIn.wrong') } : { message: say(error) }]);
      setBusy(false);
    }
  }

  function fill(demo: DemoSignIn, demoPassword: string) {
    setEmail(demo.email);
    setPassword(demoPassword);
    setErrors([]);
    document.getElementById('sign-in')?.focus();
  }

  return (
    <Page>
      <Side>
        <div className="mark">
          <ProductMark size={36} />
          <span>{w('shell.product')}</span>
        </div>
        <div className="inside">
          <PageTitle title={w('signIn.title')} note={w('signIn.intro')} />
          <form noValidate onSubmit={(event) => void submit(event)}>
            <ErrorSummary errors={errors} attempt={attempt} />
            <TextInput
              label={w('signIn.email')}
              name="email"
              type="email"
              autoComplete="username"
              autoCapitalize="none"
              spellCheck={false}
              error={errorOf('email')}
              value={email}
              onChange={(event) => setEmail(event.target.value)}
            />
            <PasswordInput value={password} onChange={setPassword} error={errorOf('password')} />
            <Button kind="filled" size="large" type="submit" id="sign-in" disabled={busy}>
              {w('signIn.submit')}
            </Button>
          </form>
          <p className="kept">{w('signIn.kept')}</p>
        </div>
        <DemoSignIns onChoose={fill} />
      </Side>
      <SignInPicture />
    </Page>
  );
}

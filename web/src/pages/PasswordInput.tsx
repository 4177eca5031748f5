import { styled } from '@mui/material/styles';
import { Eye, EyeOff } from 'lucide-react';
import { useState } from 'react';
import { useWords } from '@web/i18n/useWords';
import { Input } from '@web/ui/control';
import { Field } from '@web/ui/Field';

const Frame = styled('div')({ position: 'relative', '& input': { paddingRight: 104 } });
const Show = styled('button')({
  position: 'absolute',
  right: 6,
  top: 2,
  bottom: 2,
  display: 'flex',
  gap: 6,
  alignItems: 'center',
  padding: '0 10px',
  border: 0,
  borderRadius: 6,
  background: 'none',
  color: 'var(--teal)',
  font: 'inherit',
  fontSize: '0.875rem',
  fontWeight: 600,
  cursor: 'pointer',
});

export interface PasswordInputProps {
  value: string;
  onChange: (value: string) => void;
  error?: string | undefined;
  autoFocus?: boolean;
  /** Where it is not for signing in. */
  label?: string;
}

/** The password, hidden until one asks to see it. Pasting is welcome. */
export function PasswordInput({ value, onChange, error, autoFocus, label }: PasswordInputProps) {
  const w = useWords();
  const [shown, setShown] = useState(false);
  const Icon = shown ? EyeOff : Eye;
  return (
    <Field label={label ?? w('signIn.password')} error={error} id="password">
      {(ties) => (
        <Frame>
          <Input
            {...ties}
            type={shown ? 'text' : 'password'}
            name="password"
            autoComplete="current-password"
            autoCapitalize="none"
            spellCheck={false}
            autoFocus={autoFocus}
            value={value}
            onChange={(event) => onChange(event.target.value)}
          />
          <Show
            type="button"
            aria-label={w(shown ? 'signIn.hidePassword' : 'signIn.showPassword')}
            onClick={() => setShown(!shown)}
          >
            <Icon size={18} strokeWidth={1.75} aria-hidden />
            {w(shown ? 'signIn.hide' : 'signIn.show')}
          </Show>
        </Frame>
      )}
    </Field>
  );
}

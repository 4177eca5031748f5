import { styled } from '@mui/material/styles';
import { useRef, useState, type PointerEvent } from 'react';
import { useWords } from '@web/i18n/useWords';
import { Button } from '@web/ui/Button';
import { ErrorText, Hint, Label } from '@web/ui/Field';
import { TextInput } from '@web/ui/TextInput';
import { pathOf, pointIn, type Stroke } from './strokes';

/** Made by the person who agrees: drawn, or their own name typed by themselves. */
export interface Signature {
  kind: 'DRAWN' | 'TYPED';
  value: string;
}

const Pad = styled('svg')({
  display: 'block',
  width: '100%',
  aspectRatio: '3 / 1',
  border: '1px solid var(--control)',
  borderRadius: 8,
  background: 'var(--surface)',
  touchAction: 'none',
  cursor: 'crosshair',
  '&[aria-invalid="true"]': { borderWidth: 2, borderColor: 'var(--red-mark)' },
});
const Line = styled('div')({
  display: 'flex',
  justifyContent: 'space-between',
  alignItems: 'baseline',
  gap: 8,
});

export interface SignaturePadProps {
  name: string;
  value: Signature | null;
  onChange: (value: Signature | null) => void;
  error?: string | undefined;
}

/** Pointer and keyboard both work: who cannot draw types their name. */
export function SignaturePad({ name, value, onChange, error }: SignaturePadProps) {
  const w = useWords();
  const [typing, setTyping] = useState(value?.kind === 'TYPED');
  const swap = () => {
    setTyping(!typing);
    onChange(null);
  };
  return (
    <div>
      {typing ? (
        <TextInput
          name="signature"
          label={w('consent.sign.typed', { name })}
          hint={w('consent.sign.typedHint')}
          value={value?.kind === 'TYPED' ? value.value : ''}
          maxLength={120}
          error={error}
          onChange={(event) =>
            onChange(event.target.value ? { kind: 'TYPED', value: event.target.value } : null)
          }
        />
      ) : (
        <Drawing value={value} onChange={onChange} error={error} />
      )}
      <Button kind="quiet" size="small" onClick={swap}>
        {w(typing ? 'consent.sign.drawInstead' : 'consent.sign.typeInstead')}
      </Button>
    </div>
  );
}

function Drawing({ value, onChange, error }: Omit<SignaturePadProps, 'name'>) {
  const w = useWords();
  const [strokes, setStrokes] = useState<Stroke[]>([]);
  const drawing = useRef(false);
  const begin = (event: PointerEvent<SVGSVGElement>) => {
    drawing.current = true;
    event.currentTarget.setPointerCapture(event.pointerId);
    const start = pointIn(event.currentTarget.getBoundingClientRect(), event);
    setStrokes((old) => [...old, [start]]);
  };
  const move = (event: PointerEvent<SVGSVGElement>) => {
    if (!drawing.current) return;
    const next = pointIn(event.currentTarget.getBoundingClientRect(), event);
    setStrokes((old) => [...old.slice(0, -1), [...(old.at(-1) ?? []), next]]);
  };
  const end = () => {
    if (!drawing.current) return;
    drawing.current = false;
    const path = pathOf(strokes);
    onChange(path === '' ? null : { kind: 'DRAWN', value: path });
  };
  const clear = () => {
    setStrokes([]);
    onChange(null);
  };
  const shown = pathOf(strokes) || (value?.kind === 'DRAWN' ? value.value : '');
  return (
    <div>
      <Line>
        <Label as="span" id="signature-label">
          {w('consent.sign.draw')}
        </Label>
        <Button kind="quiet" size="small" onClick={clear}>
          {w('consent.sign.clear')}
        </Button>
      </Line>
      <Hint id="signature-hint">{w('consent.sign.drawHint')}</Hint>
      <Pad
        id="signature"
        viewBox="0 0 600 200"
        role="img"
        tabIndex={-1}
        aria-label={w(shown ? 'consent.sign.drawn' : 'consent.sign.area')}
        aria-describedby={error ? 'signature-error' : 'signature-hint'}
        {...(error ? { 'aria-invalid': true } : {})}
        onPointerDown={begin}
        onPointerMove={move}
        onPointerUp={end}
        onPointerCancel={end}
      >
        <line x1="30" y1="150" x2="570" y2="150" stroke="var(--control)" strokeWidth="1" />
        <path
          d={shown}
          fill="none"
          stroke="var(--ink)"
          strokeWidth="3.5"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      </Pad>
      {error && <ErrorText id="signature-error">{error}</ErrorText>}
    </div>
  );
}

import { styled } from '@mui/material/styles';
import { useState, type ReactNode } from 'react';
import { useWords } from '@web/i18n/useWords';

const Shell = styled('figure')({
  background: 'var(--voice)',
  borderLeft: '3px solid var(--voice-bar)',
  borderRadius: '0 8px 8px 0',
  padding: '16px 20px',
  '& blockquote': {
    fontFamily: 'var(--voice-face)',
    fontSize: '1.0625rem',
    lineHeight: '1.625rem',
    whiteSpace: 'pre-line',
    overflowWrap: 'anywhere',
  },
  '& blockquote[data-folded]': { maxHeight: '13rem', overflow: 'hidden' },
  '& figcaption': { fontSize: '0.875rem', lineHeight: '1.25rem', color: 'var(--ink-soft)', marginTop: 4 },
});
const Fold = styled('button')({
  border: 0,
  background: 'none',
  padding: '8px 0',
  font: 'inherit',
  fontSize: '0.875rem',
  fontWeight: 600,
  color: 'var(--teal)',
  textDecoration: 'underline',
  cursor: 'pointer',
});

/** About eight lines; longer words fold behind "Read all" and are never cut with dots. */
const LONG = 560;

export interface VoiceProps {
  /** The words themselves, without quotation marks. */
  words: string;
  /** Who said it, when and to whom. */
  from?: ReactNode;
  /** Set quotation marks round the words; default yes. */
  quoted?: boolean;
}

/** Somebody's own words: serif, warm paper, a bar. */
export function Voice({ words, from, quoted = true }: VoiceProps) {
  const w = useWords();
  const long = words.length > LONG;
  const [open, setOpen] = useState(false);
  return (
    <Shell>
      <blockquote {...(long && !open ? { 'data-folded': '' } : {})}>
        {quoted ? `“${words}”` : words}
      </blockquote>
      {long && (
        <Fold type="button" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? w('ui.readLess') : w('ui.readAll')}
        </Fold>
      )}
      {from && <figcaption>{from}</figcaption>}
    </Shell>
  );
}

/** Own words inside a sentence or a header: serif only. */
export const VoiceText = styled('span')({
  fontFamily: 'var(--voice-face)',
  fontSize: '1.0625rem',
  lineHeight: '1.625rem',
});

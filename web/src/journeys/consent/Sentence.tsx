import { styled } from '@mui/material/styles';
import type { SentencePart } from '@encircle/shared/consents';

const Shell = styled('p')({
  background: 'var(--voice)',
  borderLeft: '3px solid var(--voice-bar)',
  borderRadius: '0 8px 8px 0',
  padding: '20px 24px',
  fontFamily: 'var(--voice-face)',
  fontSize: '1.375rem',
  lineHeight: '2.125rem',
  overflowWrap: 'anywhere',
  '& strong': {
    fontWeight: 600,
    textDecoration: 'underline',
    textDecorationColor: 'var(--teal)',
    textDecorationThickness: 2,
    textUnderlineOffset: 4,
  },
  '@media (max-width: 599px)': { fontSize: '1.125rem', lineHeight: '1.75rem', padding: 16 },
});

/** The agreement as it is read aloud. It is the record in words. */
export function Sentence({ parts }: { parts: readonly SentencePart[] }) {
  return (
    <Shell>
      {parts.map(({ text, key }, index) =>
        key ? <strong key={index}>{text}</strong> : <span key={index}>{text}</span>,
      )}
    </Shell>
  );
}

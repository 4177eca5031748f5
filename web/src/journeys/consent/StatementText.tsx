import { styled } from '@mui/material/styles';
import { sectionsOf, type StatementView } from '@encircle/shared/consents';

const Spoken = styled('div')({
  background: 'var(--voice)',
  borderInlineStart: '3px solid var(--voice-bar)',
  borderStartEndRadius: 8,
  borderEndEndRadius: 8,
  padding: '16px 24px',
  fontFamily: 'var(--voice-face)',
  fontSize: '1.125rem',
  lineHeight: '1.75rem',
  maxWidth: '44rem',
  '& h3': { fontSize: '1.125rem', fontWeight: 600 },
  '& div + div': { marginTop: 16 },
});

/** The wording as it is read out, from the right where its language is. */
export function StatementText({
  statement,
}: {
  statement: Pick<StatementView, 'body' | 'language' | 'direction'>;
}) {
  return (
    <Spoken lang={statement.language} dir={statement.direction}>
      {sectionsOf(statement.body).map(({ heading, text }, index) => (
        <div key={index}>
          <h3>{heading}</h3>
          <p>{text}</p>
        </div>
      ))}
    </Spoken>
  );
}

import { styled } from '@mui/material/styles';

/** Things under each other with the usual gap between cards. */
export const Stack = styled('div')({ display: 'grid', gap: 24, gridTemplateColumns: 'minmax(0, 1fr)' });

/** Main work left, the side right; one under the other below 1024 px. */
export const Columns = styled('div')({
  display: 'grid',
  gap: 24,
  gridTemplateColumns: 'minmax(0, 1fr)',
  alignItems: 'start',
  '@media (min-width: 1024px)': { gridTemplateColumns: 'minmax(0, 2.2fr) minmax(280px, 1fr)' },
});

/** As many equal columns as fit, each at least 220 px. */
export const Tiles = styled('div')({
  display: 'grid',
  gap: 16,
  gridTemplateColumns: 'repeat(auto-fit, minmax(min(220px, 100%), 1fr))',
});

/** Buttons in a row that wraps. */
export const Actions = styled('div')({ display: 'flex', flexWrap: 'wrap', gap: 8, alignItems: 'center' });

/** The fields of a form under each other, no wider than a line of text. */
export const FieldStack = styled('div')({ display: 'grid', gap: 20, maxWidth: '40rem' });

/** Many choices in two columns where there is room. */
export const ChoiceColumns = styled('div')({
  margin: '20px 0',
  '@media (min-width: 700px)': { '& fieldset': { columnCount: 2, columnGap: 32 } },
  '& fieldset > *': { breakInside: 'avoid' },
});

/** A key of the keyboard, as it is drawn beside what it does. */
export const Key = styled('kbd')({
  display: 'inline-grid',
  placeItems: 'center',
  minWidth: 20,
  minHeight: 22,
  padding: '0 5px',
  border: '1px solid var(--control)',
  borderRadius: 4,
  background: 'var(--surface)',
  color: 'var(--ink)',
  fontFamily: 'inherit',
  fontSize: '0.8125rem',
  lineHeight: 1,
});

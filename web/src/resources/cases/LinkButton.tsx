import { styled } from '@mui/material/styles';

const Press = styled('button')({
  border: 0,
  padding: '4px 0',
  background: 'none',
  color: 'var(--teal)',
  font: 'inherit',
  fontSize: '0.875rem',
  fontWeight: 600,
  textDecoration: 'underline',
  textUnderlineOffset: '0.2em',
  cursor: 'pointer',
  '&:hover': { color: 'var(--teal-deep)' },
  '@media (max-width: 599px)': { minHeight: 44 },
});

/** Looks like the one link of a card's title line; changes what the card shows. */
export const LinkButton = (props: React.ComponentProps<typeof Press>) => <Press type="button" {...props} />;

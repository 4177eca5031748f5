import { styled } from '@mui/material/styles';

/** The box of every typed control: 44 px, control border, red and thicker when wrong. */
const box = {
  display: 'block',
  width: '100%',
  minHeight: 44,
  marginTop: 4,
  padding: '9px 13px',
  border: '1px solid var(--control)',
  borderRadius: 8,
  background: 'var(--surface)',
  color: 'var(--ink)',
  font: 'inherit',
  lineHeight: '1.5rem',
  '&:hover': { borderColor: 'var(--ink)' },
  '&:focus-visible': { borderRadius: 8 },
  '&[aria-invalid="true"]': { borderWidth: 2, borderColor: 'var(--red-mark)', padding: '8px 12px' },
  '&::placeholder': { color: 'var(--ink-soft)', opacity: 1 },
};

export const Input = styled('input')(box);
export const Area = styled('textarea')({ ...box, resize: 'vertical', minHeight: 96 });
export const Picker = styled('select')({ ...box, cursor: 'pointer' });

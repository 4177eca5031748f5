import { styled } from '@mui/material/styles';
import { useId, type InputHTMLAttributes, type Ref } from 'react';
import type { Option } from './Select';

const Line = styled('div')({
  display: 'grid',
  gridTemplateColumns: 'auto 1fr',
  columnGap: 12,
  alignItems: 'start',
  padding: '4px 0',
  minHeight: 36,
  '@media (max-width: 599px)': { minHeight: 44, padding: '8px 0' },
  '& label': { cursor: 'pointer', paddingTop: 2, lineHeight: '1.5rem' },
  '& small': { gridColumn: 2, fontSize: '0.875rem', lineHeight: '1.25rem', color: 'var(--ink-soft)' },
});

/** A 24 px box or circle drawn by us, so that it looks the same everywhere and prints. */
export const Box = styled('input')({
  appearance: 'none',
  flex: 'none',
  width: 24,
  height: 24,
  margin: '2px 0',
  border: '1px solid var(--control)',
  background: 'var(--surface)',
  display: 'inline-grid',
  placeContent: 'center',
  cursor: 'pointer',
  borderRadius: 5,
  '&::before': { content: '""', width: 14, height: 14 },
  '&:checked': { background: 'var(--teal)', borderColor: 'var(--teal)' },
  '&:checked::before': {
    background: 'var(--on-teal)',
    clipPath: 'polygon(14% 50%, 0 64%, 40% 100%, 100% 20%, 86% 8%, 38% 72%)',
  },
  // The system's own box where the reader's colours are forced, because ours is drawn with grounds.
  '@media (forced-colors: active)': { appearance: 'auto', '&::before': { content: 'none' } },
  '&[type="radio"], &[type="radio"]:focus-visible': { borderRadius: '50%' },
  '&[type="radio"]:checked': { background: 'var(--surface)', borderWidth: 2 },
  '&[type="radio"]:checked::before': { background: 'var(--teal)', clipPath: 'circle(6px)' },
});

export interface ChoiceProps extends Omit<InputHTMLAttributes<HTMLInputElement>, 'type'> {
  type: 'radio' | 'checkbox';
  option: Option;
  ref?: Ref<HTMLInputElement>;
}

/** One box or circle with its words. */
export function Choice({ type, option, ...input }: ChoiceProps) {
  const id = useId();
  return (
    <Line>
      <Box
        type={type}
        id={id}
        value={option.value}
        {...input}
        {...(option.hint ? { 'aria-describedby': `${id}-hint` } : {})}
      />
      <label htmlFor={id}>{option.label}</label>
      {option.hint && <small id={`${id}-hint`}>{option.hint}</small>}
    </Line>
  );
}

import { rem, type Colours } from './tokens';
import type { Parts } from './theme.types';

/** Fields have a static label of their own above them, so no notch and no floating label anywhere. */
export function fieldDefaults(c: Colours): Parts {
  return {
    MuiOutlinedInput: {
      defaultProps: { notched: false },
      styleOverrides: {
        root: {
          background: c.surface,
          fontSize: rem(16),
          minHeight: 44,
          '& .MuiOutlinedInput-notchedOutline': { borderColor: c.control },
          '&:hover .MuiOutlinedInput-notchedOutline': { borderColor: c.ink },
          '&.Mui-focused .MuiOutlinedInput-notchedOutline': { borderColor: c.control, borderWidth: 1 },
          '&.Mui-focused': { outline: `3px solid ${c.focus}`, outlineOffset: 2 },
          '&.Mui-error .MuiOutlinedInput-notchedOutline': { borderColor: c.redMark, borderWidth: 2 },
        },
        input: {
          padding: '9px 14px',
          height: 'auto',
          lineHeight: rem(24),
          '&:focus-visible': { outline: 'none' },
        },
        multiline: { padding: 0 },
      },
    },
    MuiInputLabel: {
      defaultProps: { shrink: true, disableAnimation: true },
      styleOverrides: {
        root: { position: 'static', transform: 'none', color: c.ink, fontWeight: 700, marginBottom: 4 },
        asterisk: { display: 'none' },
      },
    },
    MuiFormHelperText: {
      styleOverrides: { root: { margin: '4px 0 0', fontSize: rem(14), color: c.inkSoft } },
    },
    MuiTextField: { defaultProps: { variant: 'outlined', fullWidth: true } },
    MuiCheckbox: { styleOverrides: { root: { color: c.control } } },
    MuiRadio: { styleOverrides: { root: { color: c.control } } },
  };
}

import { breakpoints, rem, type Colours } from './tokens';
import type { Parts } from './theme.types';

/** Filled, outlined, neutral (control border, ink words) and quiet (words only); 32, 40 and 48 px high. */
export function buttonDefaults(c: Colours): Parts {
  return {
    MuiButton: {
      defaultProps: { variant: 'contained', color: 'primary', disableElevation: true },
      variants: [
        {
          props: { variant: 'neutral' },
          style: {
            border: `1px solid ${c.control}`,
            background: c.surface,
            color: c.ink,
            '&:hover': { background: c.sunken },
          },
        },
        {
          props: { variant: 'quiet' },
          style: {
            background: 'transparent',
            color: c.teal,
            '&:hover': { color: c.tealDeep, background: c.tealPale },
          },
        },
      ],
      styleOverrides: {
        root: {
          [`@media (max-width: ${breakpoints.sm - 1}px)`]: { minHeight: 44 },
          fontSize: rem(15),
          lineHeight: rem(20),
          minHeight: 40,
          padding: '8px 16px',
          whiteSpace: 'normal',
        },
        contained: { '&:hover': { background: c.tealDeep } },
        outlined: {
          borderColor: c.teal,
          background: c.surface,
          '&:hover': { background: c.tealPale, borderColor: c.tealDeep, color: c.tealDeep },
        },
        sizeSmall: {
          minHeight: 32,
          padding: '5px 12px',
          fontSize: rem(14),
          [`@media (max-width: ${breakpoints.sm - 1}px)`]: { minHeight: 44 },
        },
        sizeLarge: { minHeight: 48, padding: '12px 20px', fontSize: rem(16) },
        startIcon: { marginLeft: 0 },
        endIcon: { marginRight: 0 },
      },
    },
    MuiIconButton: {
      styleOverrides: { root: { color: c.ink, borderRadius: 8, minWidth: 40, minHeight: 40 } },
    },
  };
}

import type { CSSProperties } from 'react';
import type { ThemeOptions } from '@mui/material/styles';
import type { Colours, HeatStep } from './tokens';

/**
 * How we dress MUI's parts, as createTheme takes it. Not `Components<Theme>`: comparing the two costs the compiler
 * twenty seconds.
 */
export type Parts = NonNullable<ThemeOptions['components']>;

/** What our themes hold beside the stock MUI ones; declared once so that every use is checked. */
declare module '@mui/material/styles' {
  interface Palette {
    voice: { ground: string; bar: string };
    emergency: { text: string; pale: string; mark: string };
    colours: Colours;
    heat: readonly HeatStep[];
  }
  interface PaletteOptions {
    voice: { ground: string; bar: string };
    emergency: { text: string; pale: string; mark: string };
    colours: Colours;
    heat: readonly HeatStep[];
  }
  interface TypographyVariants {
    voice: CSSProperties;
    figure: CSSProperties;
    meta: CSSProperties;
  }
  interface TypographyVariantsOptions {
    voice?: CSSProperties;
    figure?: CSSProperties;
    meta?: CSSProperties;
  }
}

declare module '@mui/material/Typography' {
  interface TypographyPropsVariantOverrides {
    voice: true;
    figure: true;
    meta: true;
  }
}

declare module '@mui/material/Button' {
  interface ButtonPropsVariantOverrides {
    neutral: true;
    quiet: true;
  }
}

declare module '@mui/material/Chip' {
  interface ChipPropsVariantOverrides {
    tag: true;
    choice: true;
  }
}

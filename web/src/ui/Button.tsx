import MuiButton, { type ButtonProps as MuiProps } from '@mui/material/Button';
import type { ElementType, ReactNode } from 'react';
import { Link } from 'react-router';

/** `filled` once in a view; `outlined` for the others; `neutral` for tools; `quiet` for a way out. */
export type ButtonKind = 'filled' | 'outlined' | 'neutral' | 'quiet';

const VARIANTS: Record<ButtonKind, MuiProps['variant']> = {
  filled: 'contained',
  outlined: 'outlined',
  neutral: 'neutral',
  quiet: 'quiet',
};

export interface ButtonProps extends Omit<MuiProps, 'variant' | 'color' | 'startIcon' | 'endIcon'> {
  kind?: ButtonKind;
  /** A Lucide icon that supports the words. */
  icon?: ElementType;
  /** The same, after the words; for "Next". */
  iconAfter?: ElementType;
  /** Makes the button a link inside the program. */
  to?: string;
  children: ReactNode;
}

/** A verb. `size` is small (32), medium (40) or large (48). */
export function Button({ kind = 'outlined', icon: Icon, iconAfter: After, to, ...rest }: ButtonProps) {
  const icon = (Shape: ElementType) => <Shape size={20} strokeWidth={1.75} aria-hidden />;
  return (
    <MuiButton
      variant={VARIANTS[kind]}
      {...(kind === 'filled' || kind === 'outlined' ? { color: 'primary' } : { color: 'inherit' })}
      {...(Icon ? { startIcon: icon(Icon) } : {})}
      {...(After ? { endIcon: icon(After) } : {})}
      {...(to ? { component: Link, to } : {})}
      {...rest}
    />
  );
}

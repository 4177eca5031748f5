import { breakpoints, page, rem, type, type Mode } from './tokens';
import { cssVariables } from './variables';

const FOCUS = { outline: '3px solid var(--focus)', outlineOffset: 2, borderRadius: 4 };

/** The rules every page starts from: variables, text, focus ring, quiet motion, plain print. */
export const baseline = (mode: Mode) => ({
  ':root': { ...cssVariables(mode) },
  html: { WebkitTextSizeAdjust: '100%', scrollPaddingTop: 80 },
  body: {
    fontFamily: 'var(--sans)',
    fontSize: rem(type.body.size),
    lineHeight: rem(type.body.line),
    background: 'var(--ground)',
    color: 'var(--ink)',
    fontOpticalSizing: 'auto',
  },
  'h1, h2, h3, h4, p, dl, dd, ul, ol, figure, blockquote, fieldset': { margin: 0 },
  'h1:focus': { outline: 'none' },
  ':focus-visible': FOCUS,
  a: { color: 'var(--teal)', textUnderlineOffset: '0.2em' },
  'a:hover': { color: 'var(--teal-deep)' },
  'p, li, dd': { overflowWrap: 'anywhere' },
  table: { fontVariantNumeric: 'tabular-nums', borderCollapse: 'collapse' },
  '.measure': { maxWidth: page.measure },
  '.screen-reader': {
    position: 'absolute',
    width: 1,
    height: 1,
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
  },
  'html[data-curtain] body > :not(#curtain)': { display: 'none !important' },
  [`@media (max-width: ${breakpoints.sm - 1}px)`]: { html: { scrollPaddingBottom: 80 } },
  '@media (prefers-reduced-motion: reduce)': {
    '*, *::before, *::after': { animation: 'none !important', transition: 'none !important' },
  },
  '@media print': {
    body: { background: '#FFFFFF', color: '#000000' },
    '.no-print': { display: 'none !important' },
  },
});

import { createTheme, type Theme, type ThemeOptions } from '@mui/material/styles';
import { components } from './components';
import {
  breakpoints,
  colours,
  fonts,
  heat,
  radius,
  rem,
  type,
  type Colours,
  type Mode,
  type TypeRole,
} from './tokens';
import './theme.types';

const role = (name: TypeRole) => ({
  fontSize: rem(type[name].size),
  lineHeight: rem(type[name].line),
  fontWeight: type[name].weight,
});

const palette = (mode: Mode, c: Colours): ThemeOptions['palette'] => {
  const action = { main: c.teal, dark: c.tealDeep, light: c.tealPale, contrastText: c.onTeal };
  return {
    mode,
    background: { default: c.ground, paper: c.surface },
    text: { primary: c.ink, secondary: c.inkSoft },
    divider: c.line,
    primary: action,
    secondary: action,
    error: { main: c.redMark, dark: c.redText, light: c.redPale },
    warning: { main: c.amberMark, dark: c.amberText, light: c.amberPale },
    success: { main: c.goodMark, dark: c.goodText, light: c.goodPale },
    info: { main: c.slateText, dark: c.slateText, light: c.slatePale },
    voice: { ground: c.voice, bar: c.voiceBar },
    emergency: { text: c.plumText, pale: c.plumPale, mark: c.plumMark },
    colours: c,
    heat: heat[mode],
  };
};

const typography = (c: Colours): ThemeOptions['typography'] => ({
  fontFamily: fonts.sans,
  h1: {
    ...role('page'),
    letterSpacing: '-0.01em',
    [`@media (max-width: ${breakpoints.sm - 1}px)`]: role('pagePhone'),
  },
  h2: role('card'),
  h3: role('sub'),
  h4: role('sub'),
  body1: role('body'),
  body2: role('second'),
  caption: role('small'),
  button: { textTransform: 'none', fontWeight: 600, fontSize: rem(15) },
  voice: { ...role('voice'), fontFamily: fonts.voice },
  figure: role('figure'),
  meta: { ...role('second'), color: c.inkSoft },
});

/**
 * One of the two themes, made from the tokens.
 * Only the first shadow (the edge of a card) exists, and only in the light theme.
 */
export function makeTheme(mode: Mode): Theme {
  const c = colours[mode];
  const base = createTheme();
  const edge = mode === 'light' ? '0 1px 2px rgba(27, 37, 39, 0.08)' : 'none';
  return createTheme({
    palette: palette(mode, c),
    typography: typography(c),
    shape: { borderRadius: radius.card },
    spacing: 8,
    shadows: base.shadows.map((_, index) => (index === 1 ? edge : 'none')) as Theme['shadows'],
    breakpoints: { values: breakpoints },
    transitions: { duration: { enteringScreen: 160, leavingScreen: 160, shortest: 120, short: 120 } },
    components: components(mode, c),
  });
}

export const themes: Record<Mode, Theme> = { light: makeTheme('light'), dark: makeTheme('dark') };

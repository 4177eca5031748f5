import { radius, rem, type Colours } from './tokens';
import { buttonDefaults } from './buttons';
import { baseline } from './baseline';
import { fieldDefaults } from './fields';
import type { Mode } from './tokens';
import type { Parts } from './theme.types';

/** The portal that dialogs and menus open in, so that the curtain of quick hide can cover them. */
const portal = () => document.getElementById('portals');

const surfaces = (c: Colours): Parts => ({
  MuiPaper: {
    defaultProps: { variant: 'outlined' },
    styleOverrides: { root: { backgroundImage: 'none', borderColor: c.line } },
  },
  MuiAppBar: {
    defaultProps: { elevation: 0, color: 'inherit', position: 'sticky' },
    styleOverrides: { root: { background: c.surface, borderBottom: `1px solid ${c.line}` } },
  },
  MuiModal: { defaultProps: { container: portal } },
  MuiPopper: { defaultProps: { container: portal } },
  MuiPopover: { styleOverrides: { paper: { border: `1px solid ${c.control}`, boxShadow: 'none' } } },
  MuiMenuItem: { styleOverrides: { root: { minHeight: 44, fontSize: rem(16) } } },
  MuiDialog: {
    styleOverrides: {
      // The box itself takes the focus for its name to be read; it is no control.
      container: { '&:focus-visible': { outline: 'none' } },
      paper: { border: `1px solid ${c.control}`, boxShadow: 'none', padding: 24, maxWidth: 560, margin: 16 },
    },
  },
  MuiDialogTitle: {
    styleOverrides: { root: { padding: '0 0 8px', fontSize: rem(20), lineHeight: rem(28), fontWeight: 700 } },
  },
  MuiDialogContent: { styleOverrides: { root: { padding: 0 } } },
  MuiDialogActions: {
    styleOverrides: { root: { justifyContent: 'flex-start', padding: '16px 0 0', flexWrap: 'wrap', gap: 8 } },
    defaultProps: { disableSpacing: true },
  },
  MuiBackdrop: {
    styleOverrides: {
      root: { '&:not(.MuiBackdrop-invisible)': { backgroundColor: 'rgba(12, 18, 19, 0.42)' } },
    },
  },
});

const text = (c: Colours): Parts => ({
  MuiTypography: {
    defaultProps: { variantMapping: { voice: 'blockquote', figure: 'p', meta: 'p' } },
  },
  MuiLink: {
    defaultProps: { underline: 'always' },
    styleOverrides: {
      root: { color: c.teal, textUnderlineOffset: '0.2em', '&:hover': { color: c.tealDeep } },
    },
  },
  MuiTooltip: {
    styleOverrides: {
      tooltip: { background: c.ink, color: c.surface, fontSize: rem(14), padding: '8px 12px' },
    },
  },
  MuiTab: {
    styleOverrides: { root: { textTransform: 'none', minWidth: 0, fontSize: rem(16), minHeight: 44 } },
  },
  MuiTabs: { styleOverrides: { indicator: { height: 3, backgroundColor: c.teal } } },
  MuiTableCell: {
    styleOverrides: {
      root: {
        fontSize: rem(15),
        lineHeight: rem(22),
        padding: '10px 12px',
        border: 0,
        borderTop: `1px solid ${c.line}`,
      },
      head: { fontSize: rem(14), fontWeight: 600, color: c.inkSoft, borderTop: 0 },
    },
  },
  MuiChip: {
    styleOverrides: { root: { borderRadius: radius.chip, fontSize: rem(14), height: 32 } },
  },
  MuiSnackbar: {
    defaultProps: { anchorOrigin: { vertical: 'bottom', horizontal: 'left' }, autoHideDuration: null },
  },
});

/** How every MUI part looks by default, so that no page sets it again. */
export function components(mode: Mode, c: Colours): Parts {
  return {
    MuiCssBaseline: { styleOverrides: baseline(mode) },
    MuiButtonBase: { defaultProps: { disableRipple: true, disableTouchRipple: true } },
    ...buttonDefaults(c),
    ...fieldDefaults(c),
    ...surfaces(c),
    ...text(c),
  };
}

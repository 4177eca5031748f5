/**
 * The one source of every colour, size and space of the screens. The MUI themes, the CSS variables
 * and the contrast check are all made from this file; nothing else names a colour.
 */

/** Colours of one theme; names say what a colour is for, not what it looks like. */
export interface Colours {
  ground: string;
  surface: string;
  sunken: string;
  line: string;
  control: string;
  ink: string;
  inkSoft: string;
  teal: string;
  tealDeep: string;
  tealPale: string;
  tealLine: string;
  onTeal: string;
  voice: string;
  voiceBar: string;
  amberText: string;
  amberPale: string;
  amberMark: string;
  redText: string;
  redPale: string;
  redMark: string;
  goodText: string;
  goodPale: string;
  goodMark: string;
  plumText: string;
  plumPale: string;
  plumMark: string;
  slateText: string;
  slatePale: string;
  focus: string;
}

/** Ground and text of one step of the attendance heat map. */
export interface HeatStep {
  ground: string;
  text: string;
}

export type Mode = 'light' | 'dark';

const light: Colours = {
  ground: '#F6F4EE',
  surface: '#FFFFFF',
  sunken: '#EFECE3',
  line: '#DDD8CC',
  control: '#817B6E',
  ink: '#1B2527',
  inkSoft: '#4B5759',
  teal: '#0B5B60',
  tealDeep: '#07434A',
  tealPale: '#E2EFEE',
  tealLine: '#8DBAB9',
  onTeal: '#FFFFFF',
  voice: '#F5EEDF',
  voiceBar: '#8F7138',
  amberText: '#754600',
  amberPale: '#FCEFD2',
  amberMark: '#B26A00',
  redText: '#96231C',
  redPale: '#FBE8E5',
  redMark: '#B8291F',
  goodText: '#22582F',
  goodPale: '#E2F0E4',
  goodMark: '#2F7A43',
  plumText: '#5C2A5E',
  plumPale: '#F3E9F3',
  plumMark: '#84458A',
  slateText: '#47566F',
  slatePale: '#E9ECF2',
  focus: '#3A3EB8',
};

const dark: Colours = {
  ground: '#111819',
  surface: '#1A2324',
  sunken: '#0C1213',
  line: '#334041',
  control: '#84918F',
  ink: '#E9ECE8',
  inkSoft: '#B3BEBC',
  teal: '#74C7C2',
  tealDeep: '#9ADAD5',
  tealPale: '#15383A',
  tealLine: '#3E7473',
  onTeal: '#06201F',
  voice: '#28241A',
  voiceBar: '#B79C66',
  amberText: '#F3C776',
  amberPale: '#362A11',
  amberMark: '#D89A35',
  redText: '#F6A79E',
  redPale: '#3D1C1A',
  redMark: '#E8776B',
  goodText: '#94D3A4',
  goodPale: '#173220',
  goodMark: '#5FAE75',
  plumText: '#E0B5DF',
  plumPale: '#36213A',
  plumMark: '#B883BB',
  slateText: '#B4C0D4',
  slatePale: '#242C38',
  focus: '#B9BCFF',
};

export const colours: Record<Mode, Colours> = { light, dark };

/** Five shades, lowest rate first: under 60, 60 to 74, 75 to 84, 85 to 94, 95 per cent or more. */
export const heat: Record<Mode, readonly HeatStep[]> = {
  light: [
    { ground: '#DDEBEA', text: '#1B2527' },
    { ground: '#B3D2D1', text: '#1B2527' },
    { ground: '#7DB0B0', text: '#10191A' },
    { ground: '#2F7C80', text: '#FFFFFF' },
    { ground: '#0B5B60', text: '#FFFFFF' },
  ],
  dark: [
    { ground: '#1B3335', text: '#E9ECE8' },
    { ground: '#1D4A4C', text: '#E9ECE8' },
    { ground: '#226568', text: '#FFFFFF' },
    { ground: '#5FB0AD', text: '#06201F' },
    { ground: '#A4E2DD', text: '#06201F' },
  ],
};

export const fonts = {
  sans: "'Atkinson Hyperlegible Next Variable', 'Encircle sans fallback', 'Segoe UI', system-ui, sans-serif",
  voice: "'Literata Variable', 'Encircle voice fallback', Georgia, serif",
} as const;

/** Pixels at the usual root size of 16; turned into rem so that a reader's own text size is kept. */
export const rem = (pixels: number): string => `${pixels / 16}rem`;

/** Size and line in pixels, and weight, of each role of text. */
export const type = {
  page: { size: 32, line: 40, weight: 700 },
  pagePhone: { size: 26, line: 32, weight: 700 },
  section: { size: 28, line: 36, weight: 700 },
  card: { size: 20, line: 28, weight: 700 },
  sub: { size: 16, line: 24, weight: 700 },
  body: { size: 16, line: 24, weight: 400 },
  table: { size: 15, line: 22, weight: 400 },
  second: { size: 14, line: 20, weight: 400 },
  small: { size: 13, line: 18, weight: 400 },
  figure: { size: 34, line: 44, weight: 700 },
  voice: { size: 17, line: 26, weight: 400 },
  sentence: { size: 21, line: 34, weight: 400 },
} as const;

export type TypeRole = keyof typeof type;

export const radius = { card: 8, tag: 6, cell: 5, chip: 16, paper: 2 } as const;
export const breakpoints = { xs: 0, sm: 600, md: 1024, lg: 1280, xl: 1536 } as const;
export const page = { width: 1440, margin: 32, marginPhone: 16, measure: '72ch' } as const;

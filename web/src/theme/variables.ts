import { colours, fonts, heat, type Mode } from './tokens';

const kebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/**
 * The colours of one theme as CSS custom properties (`--ink-soft`, `--heat-1`, `--heat-1-text` ...),
 * for the drawings and parts that MUI does not make.
 */
export function cssVariables(mode: Mode): Record<string, string> {
  const named = Object.entries(colours[mode]).map(([name, value]) => [`--${kebab(name)}`, value]);
  const steps = heat[mode].flatMap((step, index) => [
    [`--heat-${index + 1}`, step.ground],
    [`--heat-${index + 1}-text`, step.text],
  ]);
  return {
    ...Object.fromEntries([...named, ...steps]),
    '--sans': fonts.sans,
    '--voice-face': fonts.voice,
    '--edge': mode === 'light' ? '0 1px 2px rgba(27, 37, 39, 0.08)' : 'none',
    colorScheme: mode,
  };
}

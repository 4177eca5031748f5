import type { JSX, SVGProps } from 'react';

/** The state marks: shapes that can be told apart at 14 px, in grey and in print. */
export type MarkName =
  | 'tick'
  | 'half'
  | 'clock'
  | 'dashed'
  | 'octagon'
  | 'diamond'
  | 'open-diamond'
  | 'alert-diamond'
  | 'triangle'
  | 'report'
  | 'barred'
  | 'ring'
  | 'target'
  | 'same'
  | 'down';

export type Tone = 'good' | 'amber' | 'red' | 'plum' | 'teal' | 'ink' | 'soft' | 'slate';

const TONES: Record<Tone, string> = {
  good: 'var(--good-mark)',
  amber: 'var(--amber-mark)',
  red: 'var(--red-mark)',
  plum: 'var(--plum-mark)',
  teal: 'var(--teal)',
  ink: 'var(--ink)',
  soft: 'var(--ink-soft)',
  slate: 'var(--slate-text)',
};

const OWN_TONE: Record<MarkName, Tone> = {
  tick: 'good',
  half: 'soft',
  clock: 'amber',
  dashed: 'soft',
  octagon: 'red',
  diamond: 'amber',
  'open-diamond': 'soft',
  'alert-diamond': 'plum',
  triangle: 'red',
  report: 'good',
  barred: 'soft',
  ring: 'soft',
  target: 'teal',
  same: 'soft',
  down: 'ink',
};

const line = { fill: 'none', stroke: 'currentColor', strokeWidth: 1.7, strokeLinecap: 'round' } as const;
const cut = { fill: 'none', stroke: 'var(--surface)', strokeWidth: 1.8, strokeLinecap: 'round' } as const;

const SHAPES: Record<MarkName, JSX.Element> = {
  tick: (
    <>
      <circle cx="8" cy="8" r="7.5" fill="currentColor" />
      <path d="M4.6 8.3 7 10.7l4.4-5" {...cut} strokeLinejoin="round" />
    </>
  ),
  half: (
    <>
      <circle cx="8" cy="8" r="6.6" {...line} />
      <path d="M8 1.4a6.6 6.6 0 0 0 0 13.2z" fill="currentColor" />
    </>
  ),
  clock: (
    <>
      <circle cx="8" cy="8" r="6.6" {...line} />
      <path d="M8 4.4V8l2.3 1.6" {...line} strokeLinejoin="round" />
    </>
  ),
  dashed: <circle cx="8" cy="8" r="6.6" {...line} strokeLinecap="butt" strokeDasharray="2.6 2.58" />,
  octagon: (
    <>
      <path d="M5 .8h6L15.2 5v6L11 15.2H5L.8 11V5z" fill="currentColor" />
      <path d="M4.6 8h6.8" {...cut} strokeWidth={2.2} strokeLinecap="butt" />
    </>
  ),
  diamond: <path d="M8 1.2 14.8 8 8 14.8 1.2 8z" fill="currentColor" />,
  'open-diamond': <path d="M8 1.8 14.2 8 8 14.2 1.8 8z" {...line} strokeLinejoin="round" />,
  'alert-diamond': (
    <>
      <path d="M8 1.2 14.8 8 8 14.8 1.2 8z" {...line} strokeLinejoin="round" />
      <path d="M8 4.9v3.6M8 10.7v.3" {...line} />
    </>
  ),
  triangle: (
    <>
      <path d="M8 1.2 15.4 14.6H.6z" fill="currentColor" stroke="currentColor" strokeLinejoin="round" />
      <path d="M8 5.8v4.1M8 12.2v.2" {...cut} />
    </>
  ),
  report: (
    <>
      <rect x="2.6" y="1.4" width="10.8" height="13.2" rx="1.6" {...line} />
      <path d="M5.4 8.2 7.3 10l3.3-3.7" {...line} strokeLinejoin="round" />
    </>
  ),
  barred: (
    <>
      <circle cx="8" cy="8" r="6.6" {...line} />
      <path d="M4.8 8h6.4" {...line} />
    </>
  ),
  ring: <circle cx="8" cy="8" r="6.4" {...line} />,
  target: (
    <>
      <circle cx="8" cy="8" r="6.4" {...line} strokeWidth={2} />
      <circle cx="8" cy="8" r="2.8" fill="currentColor" />
    </>
  ),
  same: <path d="M2.4 5.7h11.2M2.4 10.3h11.2" {...line} />,
  down: <path d="M2.5 3.5h11L8 13z" fill="currentColor" />,
};

export interface MarkProps extends Omit<SVGProps<SVGSVGElement>, 'name' | 'ref'> {
  name: MarkName;
  /** Colour; left out, the mark's usual one. */
  tone?: Tone;
  /** Pixels at usual text size; default 16. */
  size?: number;
  /** A name for screen readers when no word stands beside the mark. */
  label?: string;
}

export function Mark({ name, tone, size = 16, label, ...rest }: MarkProps) {
  const named = label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true };
  return (
    <svg
      viewBox="0 0 16 16"
      width={`${size / 16}em`}
      height={`${size / 16}em`}
      focusable="false"
      data-mark={name}
      {...named}
      {...rest}
      style={{ color: TONES[tone ?? OWN_TONE[name]], flex: 'none', fontSize: '1rem', ...rest.style }}
    >
      {SHAPES[name]}
    </svg>
  );
}

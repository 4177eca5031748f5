import { styled } from '@mui/material/styles';
import { useWords } from '@web/i18n/useWords';
import { ringPoints } from '@web/ui/ring';

const Side = styled('aside')({
  background: 'var(--ground)',
  borderLeft: '1px solid var(--line)',
  textAlign: 'center',
  '& > div': {
    position: 'sticky',
    top: 0,
    height: '100vh',
    width: '100%',
    boxSizing: 'border-box',
    display: 'grid',
    placeContent: 'center',
    justifyItems: 'center',
    padding: 40,
  },
  '& p': { maxWidth: '24rem', marginTop: 24, color: 'var(--ink-soft)' },
  '& text': { fontFamily: 'var(--sans)', fontWeight: 600, fontSize: 15, fill: 'var(--ink)' },
  '& .plan': { fontFamily: 'var(--voice-face)', fontSize: 24 },
});

const AROUND = ['mum', 'teacher', 'nurse', 'nan', 'youth', 'friend'] as const;

/** Splits words over lines, one word each, about the middle. */
function Lines({
  text,
  x,
  y,
  step,
  className,
}: {
  text: string;
  x: number;
  y: number;
  step: number;
  className?: string;
}) {
  const lines = text.split('\n');
  const top = y - ((lines.length - 1) * step) / 2;
  return (
    <text className={className} textAnchor="middle" dominantBaseline="central">
      {lines.map((line, index) => (
        <tspan key={line} x={x} y={top + index * step}>
          {line}
        </tspan>
      ))}
    </text>
  );
}

/** The ring with the people of everyday life: what the product is for. */
export function SignInPicture() {
  const w = useWords();
  const points = ringPoints(AROUND.length, 148);
  return (
    <Side>
      <div>
        <svg width="380" height="400" viewBox="-195 -200 390 400" role="img" aria-label={w('signIn.picture')}>
          <circle r="148" fill="none" stroke="var(--teal-line)" strokeWidth="2" />
          <circle r="74" fill="var(--voice)" />
          <Lines className="plan" text={w('signIn.picture').replace(', ', ',\n')} x={0} y={0} step={28} />
          {points.map(({ x, y }, index) => {
            const who = AROUND[index] ?? 'mum';
            return (
              <g key={who}>
                <circle cx={x} cy={y} r="41" fill="var(--surface)" stroke="var(--teal)" strokeWidth="2" />
                <Lines text={w(`signIn.around.${who}`).replace(' ', '\n')} x={x} y={y} step={17} />
              </g>
            );
          })}
        </svg>
        <p>{w('signIn.pictureSays')}</p>
      </div>
    </Side>
  );
}

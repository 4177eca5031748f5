import { styled } from '@mui/material/styles';
import { ringPoints } from './ring';

const Svg = styled('svg')({ display: 'block', flex: 'none', overflow: 'visible' });

export interface RingProps {
  /** The child's chosen name, set in the middle. */
  name: string;
  /** One entry per person around: `true` takes part, `false` is a place still empty. */
  people: readonly boolean[];
  /** Said to screen readers, e.g. "5 people around Ava, 1 place empty". */
  label: string;
  /** Pixels across; default 100. */
  size?: number;
}

/** The child in the middle and a dot for each person around. */
export function Ring({ name, people, label, size = 100 }: RingProps) {
  const points = ringPoints(people.length, 42);
  const letters = Math.max(name.length, 4);
  return (
    <Svg role="img" aria-label={label} viewBox="-50 -50 100 100" width={size} height={size}>
      <circle r="42" fill="none" stroke="var(--teal-line)" strokeWidth="1.6" />
      <circle r="32" fill="var(--voice)" />
      <text
        textAnchor="middle"
        dominantBaseline="central"
        fontFamily="var(--voice-face)"
        fontWeight="600"
        fontSize={Math.min(22, 92 / letters)}
        fill="var(--ink)"
      >
        {name}
      </text>
      {points.map(({ x, y }, index) => {
        const here = people[index];
        return (
          <circle
            key={index}
            cx={x}
            cy={y}
            r={here ? 5.4 : 4.8}
            fill={here ? 'var(--teal)' : 'var(--surface)'}
            stroke={here ? 'none' : 'var(--control)'}
            strokeWidth="1.6"
          />
        );
      })}
    </Svg>
  );
}

/** The product's mark: the same ring with five people and nobody named. */
export function ProductMark({ size = 32 }: { size?: number }) {
  return (
    <Svg aria-hidden viewBox="-50 -50 100 100" width={size} height={size}>
      <circle r="38" fill="none" stroke="var(--teal-line)" strokeWidth="4" />
      <circle r="15" fill="var(--voice-bar)" />
      {ringPoints(5, 38).map(({ x, y }, index) => (
        <circle key={index} cx={x} cy={y} r="10.5" fill="var(--teal)" />
      ))}
    </Svg>
  );
}

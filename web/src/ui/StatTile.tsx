import { styled } from '@mui/material/styles';
import { ArrowDown, ArrowRight, ArrowUp } from 'lucide-react';
import { Link } from 'react-router';
import { sparkPoints } from './spark';

const Shell = styled(Link)({
  display: 'block',
  background: 'var(--surface)',
  border: '1px solid var(--line)',
  borderRadius: 8,
  boxShadow: 'var(--edge)',
  padding: '16px 20px',
  color: 'var(--ink)',
  textDecoration: 'none',
  minWidth: 0,
  '&:hover': { borderColor: 'var(--teal)', color: 'var(--ink)' },
  '&:focus-visible': { borderRadius: 8 },
  '& .name': { display: 'block', fontWeight: 600, fontSize: '0.9375rem', lineHeight: '1.25rem' },
  '& .line': { display: 'flex', gap: 16, alignItems: 'center', justifyContent: 'space-between' },
  '& .figure': { fontSize: '2.125rem', lineHeight: '2.75rem', fontWeight: 700, whiteSpace: 'nowrap' },
  '& .of': { display: 'block', fontSize: '0.875rem', lineHeight: '1.25rem', color: 'var(--ink-soft)' },
  '& .change': {
    display: 'flex',
    gap: 6,
    alignItems: 'center',
    fontSize: '0.875rem',
    lineHeight: '1.25rem',
    marginTop: 2,
  },
});

export interface StatTileProps {
  name: string;
  /** Already in words: "248", "80.8%", "<5" or "not counted". */
  figure: string;
  /** Numerator and denominator in words, e.g. "118 of 146 due this quarter". */
  of: string;
  /** Twelve figures, oldest first; null where it was not counted. */
  line?: readonly (number | null)[];
  /** E.g. "4.1 points on last quarter". Whether up is good is said on the list. */
  change?: { way: 'up' | 'down' | 'same'; words: string };
  /** Address of the list behind the figure. */
  to: string;
}

const ARROWS = { up: ArrowUp, down: ArrowDown, same: ArrowRight };

function Line({ figures }: { figures: readonly (number | null)[] }) {
  const points = sparkPoints(figures, 96, 24);
  const last = points.at(-1);
  return (
    <svg viewBox="-4 -4 104 32" width="104" height="32" aria-hidden style={{ minWidth: 0 }}>
      <polyline
        points={points.map(({ x, y }) => `${x},${y}`).join(' ')}
        fill="none"
        stroke="var(--teal)"
        strokeWidth="2"
        strokeLinejoin="round"
      />
      {last && <circle cx={last.x} cy={last.y} r="3.6" fill="var(--teal)" />}
    </svg>
  );
}

/** A figure that opens its list; the whole tile is one link. */
export function StatTile({ name, figure, of, line, change, to }: StatTileProps) {
  const Arrow = change && ARROWS[change.way];
  return (
    <Shell to={to}>
      <span className="name">{name}</span>
      <span className="line">
        <span className="figure">{figure}</span>
        {line && line.length > 1 && <Line figures={line} />}
      </span>
      <span className="of">{of}</span>
      {change && Arrow && (
        <span className="change">
          <Arrow size={16} aria-hidden />
          {change.words}
        </span>
      )}
    </Shell>
  );
}

import { styled } from '@mui/material/styles';
import { useWords } from '@web/i18n/useWords';
import { place, spreadLabels, type Ruler, type Travel } from './travel';

const Svg = styled('svg')({
  display: 'block',
  width: '100%',
  maxWidth: 420,
  height: 'auto',
  overflow: 'visible',
  '& text': { fontFamily: 'var(--sans)', fontSize: 13, fill: 'var(--ink-soft)' },
  '& tspan': { fontWeight: 700, fill: 'var(--ink)' },
});
const Ends = styled('div')({
  display: 'flex',
  justifyContent: 'space-between',
  gap: 16,
  maxWidth: 420,
  fontSize: '0.8125rem',
  lineHeight: '1.125rem',
  color: 'var(--ink-soft)',
});

const WIDTH = 400;
const PAD = 14;
const Y = 34;

export interface DistanceTravelledProps extends Travel {
  /** What is measured and whose score it is; the name of the drawing. */
  label: string;
  /** Words at the two ends, after the numbers. */
  low?: string;
  high?: string;
  ruler?: Ruler;
  /** Put after each number, e.g. "%". */
  unit?: string;
}

/** From start (open dot) to now (filled dot) towards the hope flag, on a ruler with words at both ends. */
export function DistanceTravelled(props: DistanceTravelledProps) {
  const { label, start, now, hope, between = [], low = '', high = '', unit = '' } = props;
  const ruler = props.ruler ?? { from: 0, to: 10 };
  const w = useWords();
  const x = (score: number) => PAD + place(score, ruler) * (WIDTH - 2 * PAD);
  const words = spreadLabels(x(start), x(now), 62);
  const said = { start: `${start}${unit}`, now: `${now}${unit}`, hope: `${hope ?? ''}${unit}` };
  const sentence = w(hope === null ? 'ui.travel.sentenceNoHope' : 'ui.travel.sentence', said);
  const back = now < start ? 1 : -1;
  return (
    <div>
      <Svg viewBox={`0 0 ${WIDTH} 66`} role="img" aria-label={`${label}. ${sentence}`}>
        <g stroke="var(--control)" strokeWidth="1.5">
          <path d={`M${PAD} ${Y}H${WIDTH - PAD}`} />
          {Array.from({ length: 11 }, (_, tick) => {
            const at = PAD + (tick / 10) * (WIDTH - 2 * PAD);
            const half = tick % 10 === 0 ? 5 : 3.5;
            return <path key={tick} d={`M${at} ${Y - half}V${Y + half}`} />;
          })}
        </g>
        {hope !== null && (
          <g>
            <path d={`M${x(hope)} ${Y + 7}V${Y - 19}`} stroke="var(--voice-bar)" strokeWidth="2.5" />
            <path d={`M${x(hope)} ${Y - 19}l9 5.5-9 5.5z`} fill="var(--voice-bar)" />
            <text x={x(hope)} y={Y + 24} textAnchor="middle">
              {w('ui.travel.hope')} <tspan>{said.hope}</tspan>
            </text>
          </g>
        )}
        <path d={`M${x(start)} ${Y}H${x(now)}`} stroke="var(--teal)" strokeWidth="4" />
        {between.map((score, index) => (
          <circle key={index} cx={x(score)} cy={Y} r="3.5" fill="var(--teal)" />
        ))}
        {start !== now && <path d={`M${x(now) + back * 5} ${Y}l${back * 9}-5.5v11z`} fill="var(--teal)" />}
        <circle cx={x(start)} cy={Y} r="7" fill="var(--surface)" stroke="var(--teal)" strokeWidth="2.5" />
        <circle cx={x(now)} cy={Y} r={start === now ? 4 : 8} fill="var(--teal)" />
        <text x={words.now} y={Y - 14} textAnchor="middle">
          {w('ui.travel.now')} <tspan>{said.now}</tspan>
        </text>
        <text x={words.start} y={Y - 14} textAnchor="middle">
          {w('ui.travel.start')} <tspan>{said.start}</tspan>
        </text>
      </Svg>
      {(low || high || props.ruler) && (
        <Ends>
          <span>{`${ruler.from}${unit} ${low}`.trim()}</span>
          <span>{`${ruler.to}${unit} ${high}`.trim()}</span>
        </Ends>
      )}
    </div>
  );
}

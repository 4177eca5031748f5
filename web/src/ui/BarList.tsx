import { styled } from '@mui/material/styles';
import { Link } from 'react-router';

const Table = styled('table')({
  width: '100%',
  fontSize: '0.9375rem',
  lineHeight: '1.375rem',
  '& th': { textAlign: 'left', fontWeight: 400, padding: '4px 8px 4px 0', width: '1%', whiteSpace: 'nowrap' },
  '& .bar': { borderLeft: '1px solid var(--control)', padding: '4px 0' },
  '& .bar span': { display: 'block', height: 16, background: 'var(--teal)', borderRadius: '0 4px 4px 0' },
  '& .figure': { textAlign: 'right', fontWeight: 700, width: '1%', whiteSpace: 'nowrap', paddingLeft: 8 },
  '& .figure small': { fontSize: '0.875rem', fontWeight: 400, color: 'var(--ink-soft)' },
});

export interface Bar {
  label: string;
  /** Length of the bar; null draws none (a small or hidden number). */
  value: number | null;
  /** What is read: "241", "<5", "31 to 34". */
  figure: string;
  /** After the figure, e.g. "38.3%". */
  note?: string;
  /** Address of the list behind the figure. */
  to?: string;
}

/** Plain bars from zero with their numbers; it is a table underneath, so needs no other one beside it. */
export function BarList({ label, bars }: { label: string; bars: readonly Bar[] }) {
  const longest = Math.max(1, ...bars.map(({ value }) => value ?? 0));
  return (
    <Table aria-label={label}>
      <tbody>
        {bars.map(({ label: name, value, figure, note, to }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td className="bar" aria-hidden>
              {value !== null && <span style={{ width: `${(value / longest) * 100}%` }} />}
            </td>
            <td className="figure">
              {to ? <Link to={to}>{figure}</Link> : figure}
              {note && <small> {note}</small>}
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

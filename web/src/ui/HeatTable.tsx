import { styled } from '@mui/material/styles';
import type { ReactNode } from 'react';

const Frame = styled('div')({ overflowX: 'auto', '&:focus-visible': { borderRadius: 8 } });
const Table = styled('table')({
  width: '100%',
  borderCollapse: 'separate',
  borderSpacing: 4,
  fontVariantNumeric: 'tabular-nums',
  '& th': {
    fontWeight: 600,
    fontSize: '0.875rem',
    lineHeight: '1.25rem',
    color: 'var(--ink-soft)',
    padding: '4px 2px',
  },
  '& thead th:first-of-type': { textAlign: 'left' },
  '& thead th:last-of-type': { textAlign: 'right' },
  '& tbody th, & tfoot th': { textAlign: 'left', color: 'var(--ink)', fontSize: '0.9375rem', minWidth: 120 },
  '& td': { padding: 0, fontSize: '0.875rem', textAlign: 'center' },
  '& td.total': { textAlign: 'right', paddingLeft: 12, whiteSpace: 'nowrap', lineHeight: '1.125rem' },
  '& td.total b': { display: 'block', fontSize: '0.9375rem' },
});

export interface HeatTableProps {
  /** Names the table and its scrolling box. */
  label: string;
  /** Heading of the first column, then one for each month, then one for the total. */
  columns: readonly string[];
  rows: readonly { key: string; head: ReactNode; cells: readonly ReactNode[]; total: ReactNode }[];
  foot?: { head: ReactNode; cells: readonly ReactNode[]; total: ReactNode };
}

/** Rows by columns of HeatCells with totals; may scroll sideways inside its own focusable box. */
export function HeatTable({ label, columns, rows, foot }: HeatTableProps) {
  return (
    <Frame role="region" aria-label={label} tabIndex={0}>
      <Table aria-label={label}>
        <thead>
          <tr>
            {columns.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, head, cells, total }) => (
            <tr key={key}>
              <th scope="row">{head}</th>
              {cells.map((cell, index) => (
                <td key={columns[index + 1]}>{cell}</td>
              ))}
              <td className="total">{total}</td>
            </tr>
          ))}
        </tbody>
        {foot && (
          <tfoot>
            <tr>
              <th scope="row">{foot.head}</th>
              {foot.cells.map((cell, index) => (
                <td key={columns[index + 1]}>{cell}</td>
              ))}
              <td className="total">{foot.total}</td>
            </tr>
          </tfoot>
        )}
      </Table>
    </Frame>
  );
}

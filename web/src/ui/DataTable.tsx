import { styled } from '@mui/material/styles';
import type { ReactNode } from 'react';

const Frame = styled('div')({ overflowX: 'auto', '&:focus-visible': { borderRadius: 8 } });
const Table = styled('table')({
  width: '100%',
  fontSize: '0.9375rem',
  lineHeight: '1.375rem',
  '& th, & td': { padding: '10px 12px', textAlign: 'left', verticalAlign: 'top' },
  '& tr > :not(* + *)': { paddingLeft: 24 },
  '& td:last-child, & thead th:last-child': { paddingRight: 24 },
  '& thead th': { fontSize: '0.875rem', lineHeight: '1.25rem', fontWeight: 600, color: 'var(--ink-soft)' },
  '& tbody tr': { borderTop: '1px solid var(--line)' },
  '& tbody th': { fontWeight: 600 },
  '& .number': { textAlign: 'right', whiteSpace: 'nowrap' },
  '& small': {
    display: 'block',
    fontSize: '0.875rem',
    lineHeight: '1.25rem',
    color: 'var(--ink-soft)',
    fontWeight: 400,
  },
  '& .word': { display: 'none' },
  '@media (max-width: 599px)': {
    '& thead': { position: 'absolute', clipPath: 'inset(50%)' },
    '&, & tbody, & tr, & th, & td': { display: 'block' },
    '& tbody tr': { padding: '14px 16px' },
    '& tbody th, & tbody td, & tr > :not(* + *), & td:last-child': { padding: '2px 0' },
    '& tbody td': { display: 'flex', justifyContent: 'space-between', gap: 16 },
    '& tbody td.number, & tbody td small': { textAlign: 'right' },
    '& .word': { display: 'inline', color: 'var(--ink-soft)', fontSize: '0.875rem' },
    '& tbody td[data-plain] .word': { display: 'none' },
  },
});

export interface Column<Row> {
  key: string;
  title: string;
  cell: (row: Row) => ReactNode;
  /** Names the row; one column, usually the first. */
  head?: boolean;
  number?: boolean;
  /** Without its title on a phone, e.g. the column with the button. */
  plain?: boolean;
}

export interface DataTableProps<Row> {
  /** Names the table and its scrolling box. */
  label: string;
  rows: readonly Row[];
  columns: readonly Column<Row>[];
  rowKey: (row: Row) => string;
}

function Cell<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  const className = column.number ? 'number' : '';
  if (column.head) {
    return (
      <th scope="row" role="rowheader" className={className}>
        {column.cell(row)}
      </th>
    );
  }
  return (
    <td role="cell" className={className} {...(column.plain ? { 'data-plain': '' } : {})}>
      <span className="word" aria-hidden>
        {column.title}
      </span>
      <span>{column.cell(row)}</span>
    </td>
  );
}

/** A table; at phone width each row becomes a card with its titles beside the values. Roles keep it a table for readers. */
export function DataTable<Row>({ label, rows, columns, rowKey }: DataTableProps<Row>) {
  return (
    <Frame role="region" aria-label={label} tabIndex={0}>
      <Table role="table" aria-label={label}>
        <thead role="rowgroup">
          <tr role="row">
            {columns.map(({ key, title, number }) => (
              <th key={key} scope="col" role="columnheader" className={number ? 'number' : ''}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row) => (
            <tr key={rowKey(row)} role="row">
              {columns.map((column) => (
                <Cell key={column.key} column={column} row={row} />
              ))}
            </tr>
          ))}
        </tbody>
      </Table>
    </Frame>
  );
}

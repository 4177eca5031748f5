import { useWords } from '@web/i18n/useWords';
import type { DistanceTravelledProps } from './DistanceTravelled';
import { DataTable } from './DataTable';

/** The same distances as figures, for whoever reads tables better than drawings. */
export function TravelTable({ label, rows }: { label: string; rows: readonly DistanceTravelledProps[] }) {
  const w = useWords();
  const figure = (value: number | null, unit = '') =>
    value === null ? w('ui.travel.toBeSet') : `${value}${unit}`;
  return (
    <DataTable
      label={label}
      rows={rows}
      rowKey={(row) => row.label}
      columns={[
        { key: 'label', title: w('ui.travel.measure'), cell: (row) => row.label, head: true },
        {
          key: 'start',
          title: w('ui.travel.start'),
          cell: (row) => figure(row.start, row.unit),
          number: true,
        },
        { key: 'now', title: w('ui.travel.now'), cell: (row) => figure(row.now, row.unit), number: true },
        { key: 'hope', title: w('ui.travel.hope'), cell: (row) => figure(row.hope, row.unit), number: true },
      ]}
    />
  );
}

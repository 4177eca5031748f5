import { styled } from '@mui/material/styles';
import type { AgreementFiguresView, AgreementFigureView } from '@encircle/shared/consents';
import { labelOf, OVERRIDE_GROUNDS, WITHDRAWAL_WAYS } from '@encircle/shared/codes';
import { useWords, type Words } from '@web/i18n/useWords';
import { Loaded } from '@web/layout/Loaded';
import { useGet } from '@web/providers/useGet';
import { Card } from '@web/ui/Card';
import { DataTable } from '@web/ui/DataTable';
import { beginsGroup, wholeOf } from './figures.model';

/** Agreement, and access without it, in this quarter: a count for each kind, never a case. */
export function FiguresCard() {
  const w = useWords();
  const query = useGet<AgreementFiguresView>('/agreements/figures');
  return (
    <Loaded query={query}>
      {({ items, label, scope }) => (
        <Card
          title={w('agreements.figures.title', { quarter: label })}
          note={w(`agreements.figures.scope.${scope as 'ALL'}`)}
          flush
        >
          <DataTable<AgreementFigureView>
            label={w('agreements.figures.title', { quarter: label })}
            rows={items}
            rowKey={({ figure, code }) => `${figure} ${code}`}
            columns={[
              {
                key: 'figure',
                title: w('agreements.figures.what'),
                head: true,
                cell: (row) => <Group row={row} all={items} />,
              },
              { key: 'code', title: w('agreements.figures.kind'), cell: (row) => kindOf(w, row) },
              {
                key: 'count',
                title: w('agreements.figures.count'),
                number: true,
                cell: (row) => countOf(w, row, items),
              },
            ]}
          />
        </Card>
      )}
    </Loaded>
  );
}

/** There for whoever hears the table, and on a phone, where each line is a card of its own. */
const Again = styled('span')({
  '@media (min-width: 600px)': {
    position: 'absolute',
    width: 1,
    height: 1,
    overflow: 'hidden',
    clipPath: 'inset(50%)',
  },
});

/** The word of a group stands once, at its first line. */
function Group({ row, all }: { row: AgreementFigureView; all: readonly AgreementFigureView[] }) {
  const w = useWords();
  const words = w(`agreements.figures.figure.${row.figure as 'ACTS'}`);
  return beginsGroup(row, all) ? words : <Again>{words}</Again>;
}

/** A part is shown with its whole, days with how often. */
function countOf(w: Words, row: AgreementFigureView, all: readonly AgreementFigureView[]): string {
  const whole = wholeOf(row, all);
  if (whole === null) return String(row.count);
  if (row.code !== 'DAYS') return w('agreements.figures.of', { part: row.count, whole });
  if (whole === 0) return '0';
  return w('agreements.figures.mean', { mean: Math.round(row.count / whole), part: row.count, whole });
}

function kindOf(w: Words, { figure, code }: AgreementFigureView): string {
  if (figure === 'SHARED' || figure === 'EMERGENCY') return labelOf(OVERRIDE_GROUNDS, code);
  if (figure === 'WITHDRAWN') {
    const way = WITHDRAWAL_WAYS.rows.find((row) => row.code === code);
    return way?.label ?? w('agreements.figures.codes.DECIDED_SO');
  }
  return w(`agreements.figures.codes.${code as 'GIVEN'}`);
}

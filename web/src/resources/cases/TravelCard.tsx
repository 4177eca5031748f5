import { styled } from '@mui/material/styles';
import { useState } from 'react';
import type { CaseView } from '@encircle/shared/cases';
import { useWords, type Words } from '@web/i18n/useWords';
import { Card, CardLines } from '@web/ui/Card';
import { DistanceTravelled, type DistanceTravelledProps } from '@web/ui/DistanceTravelled';
import { TravelTable } from '@web/ui/TravelTable';
import { travelOf, type TravelFacts } from './case.model';
import { LinkButton } from './LinkButton';

const Line = styled('div')({
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 2fr) minmax(0, 3.4fr)',
  gap: 12,
  alignItems: 'center',
  '& strong': { display: 'block' },
  '& small': { display: 'block', fontSize: '0.875rem', lineHeight: '1.25rem', color: 'var(--ink-soft)' },
  '@media (max-width: 767px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
});

/** From where each hope started to where it is, and the same as figures. */
export function TravelCard({ view }: { view: CaseView }) {
  const w = useWords();
  const [table, setTable] = useState(false);
  const chosen = view.children.map(({ chosenName }) => chosenName);
  const travels = view.outcomes.map(travelOf).filter((one) => one !== null);
  const title = w('cases.travel.title');
  if (travels.length === 0) {
    return (
      <Card title={title}>
        <p>{w('cases.travel.empty')}</p>
      </Card>
    );
  }
  const drawings = travels.map((travel) => ({ travel, drawing: drawingOf(travel) }));
  const swap = (
    <LinkButton aria-pressed={table} onClick={() => setTable(!table)}>
      {w(table ? 'ui.seeChart' : 'ui.seeTable')}
    </LinkButton>
  );
  return (
    <Card title={title} link={swap} flush>
      {table ? (
        <TravelTable label={title} rows={drawings.map(({ drawing }) => drawing)} />
      ) : (
        <CardLines>
          {drawings.map(({ travel, drawing }) => (
            <li key={travel.id}>
              <Line>
                <div>
                  <strong>{travel.label}</strong>
                  <small>{raterWords(w, travel, chosen)}</small>
                </div>
                <DistanceTravelled {...drawing} />
              </Line>
            </li>
          ))}
        </CardLines>
      )}
    </Card>
  );
}

function drawingOf({
  label,
  start,
  now,
  hope,
  between,
  low,
  high,
  ruler,
  unit,
}: TravelFacts): DistanceTravelledProps {
  return { label, start, now, hope, between, low, high, ruler, unit };
}

/** Whose score it is, and which way is good. */
function raterWords(w: Words, { rater, down }: TravelFacts, chosen: readonly string[]): string {
  const way = w(down ? 'cases.travel.down' : 'cases.travel.up');
  if (rater === null) return way;
  return chosen.includes(rater)
    ? w('cases.travel.own', { name: rater, way })
    : w('cases.travel.by', { who: rater, way });
}

import { BarList } from '@web/ui/BarList';
import { Card } from '@web/ui/Card';
import type { DistanceTravelledProps } from '@web/ui/DistanceTravelled';
import { Stack, Tiles } from '@web/ui/layout';
import { StatTile } from '@web/ui/StatTile';
import { TravelTable } from '@web/ui/TravelTable';

const TRAVEL: DistanceTravelledProps[] = [
  { label: 'Worry on school mornings', start: 7, now: 6, hope: 3 },
  { label: 'Days in school', start: 81, now: 89, hope: 95, unit: '%', ruler: { from: 75, to: 100 } },
  { label: 'Bedtimes at home', start: 3, now: 5, hope: null },
];

/** Tiles, bars and the table beside a drawing. */
export function Charts() {
  return (
    <Stack style={{ marginTop: 24 }}>
      <Tiles>
        <StatTile
          name="First meeting in time"
          figure="80.8%"
          of="118 of 146 due this quarter"
          line={[60, 58, 64, 66, 70, 69, 71, 74, 73, 77, 79, 81]}
          change={{ way: 'up', words: '4.1 points on last quarter' }}
          to="/parts"
        />
        <StatTile
          name="What families say"
          figure="not asked"
          of="0 answers"
          line={[1, null, 2]}
          to="/parts"
        />
      </Tiles>
      <Card title="Open cases by stage">
        <BarList
          label="Open cases by stage"
          bars={[
            { label: 'Seeking agreement', value: 9, figure: '9' },
            { label: 'Plan under way', value: 241, figure: '241', note: '70.5%', to: '/parts' },
            { label: 'At panel', value: null, figure: '<5' },
          ]}
        />
      </Card>
      <Card title="Distance travelled, as a table" flush>
        <TravelTable label="Distance travelled" rows={TRAVEL} />
      </Card>
    </Stack>
  );
}

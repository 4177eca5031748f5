import { CalendarPlus } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@web/ui/Button';
import { Card } from '@web/ui/Card';
import { Chip, ChipRow } from '@web/ui/Chip';
import { DistanceTravelled } from '@web/ui/DistanceTravelled';
import { EmptyState } from '@web/ui/EmptyState';
import { HeatTable } from '@web/ui/HeatTable';
import { HeatCell } from '@web/ui/HeatCell';
import { Actions, Stack } from '@web/ui/layout';
import { LevelBlocks } from '@web/ui/LevelBlocks';
import { Light } from '@web/ui/Light';
import { ShareLight } from '@web/ui/ShareLight';
import { Mark } from '@web/ui/Mark';
import { Tag } from '@web/ui/Tag';

const CELLS = [
  ['CAMHS', 6, 14],
  ['Housing', 7, 11],
  ['Health', 29, 35],
  ['Schools', 38, 42],
  ['Locality', 27, 28],
  ['Police', 1, 3],
  ['Fire', 0, 0],
] as const;

function Choices() {
  const [meetings, setMeetings] = useState(true);
  const [agreements, setAgreements] = useState(false);
  return (
    <ChipRow label="Show">
      <Chip on={meetings} onClick={() => setMeetings(!meetings)}>
        Meetings 4
      </Chip>
      <Chip on={agreements} onClick={() => setAgreements(!agreements)}>
        Agreements 1
      </Chip>
      <Chip kind="remove">Area: Harbour</Chip>
      <Chip kind="open">12 months</Chip>
    </ChipRow>
  );
}

/** Lights, tags, chips, attendance, distance, nothing yet. */
export function States() {
  return (
    <div>
      <Card
        title="Light: may this be shared?"
        note="In the sharing wizard only, “Stop” is red. In a header, a family’s no is quiet."
      >
        <Stack style={{ gap: 12 }}>
          <Light state="yes" from="Mia agreed to Community Health, 12 January">
            Yes, go ahead
          </Light>
          <Light state="part" from="The plan, not the health notes">
            Part of it
          </Light>
          <Light state="lapses" from="Agreement ends Sun 22 March, in 6 days">
            Yes, but it lapses soon
          </Light>
          <Light state="ask" from="Nobody has asked Mia about this service">
            Ask first
          </Light>
          <Light state="stop" from="Mia said no to Havenside Homes">
            Stop
          </Light>
          <Light state="said-no">Said no to Havenside Homes</Light>
          <ShareLight state="part" mayNot={['HEALTH', 'NOTES']} until="2027-01-11" askAt="/parts" />
          <ShareLight state="stop" why="WITHDRAWN" />
        </Stack>
      </Card>
      <Card title="Tags and chips">
        <Stack style={{ gap: 12 }}>
          <Actions>
            <Tag tone="red" mark="triangle">
              2 working days late
            </Tag>
            <Tag tone="amber" mark="clock">
              Due today
            </Tag>
            <Tag tone="good" mark="tick">
              Done
            </Tag>
            <Tag mark="half">Going on</Tag>
            <Tag tone="outline" mark="ring">
              Agreed
            </Tag>
            <Tag tone="outline" mark="barred">
              Said no
            </Tag>
            <Tag tone="plum" mark="alert-diamond">
              Emergency view
            </Tag>
            <Tag tone="amber" mark="diamond">
              Amber: 29 short
            </Tag>
            <Tag tone="red" mark="octagon">
              Red: 16.4 points under
            </Tag>
            <Tag tone="outline" mark="dashed">
              No target yet
            </Tag>
          </Actions>
          <Choices />
          <LevelBlocks level={3} />
        </Stack>
      </Card>
      <Card title="Attendance marks and cells">
        <Actions style={{ fontSize: '0.875rem', marginBottom: 8 }}>
          <Mark name="tick" /> came <Mark name="half" /> part <Mark name="report" /> report{' '}
          <Mark name="barred" /> not here <Mark name="dashed" /> no answer
        </Actions>
        <HeatTable
          label="Attendance cells"
          columns={['Agency', 'November', 'All']}
          rows={CELLS.map(([agency, contributed, invited]) => ({
            key: agency,
            head: agency,
            cells: [
              <HeatCell
                key="november"
                row={agency}
                column="November"
                contributed={contributed}
                invited={invited}
                onOpen={() => undefined}
              />,
            ],
            total: `${contributed} of ${invited}`,
          }))}
        />
      </Card>
      <Card title="Distance travelled">
        <DistanceTravelled
          label="Worry on school mornings"
          start={7}
          between={[6]}
          now={5}
          hope={3}
          low="no worry"
          high="huge"
        />
      </Card>
      <EmptyState
        title="No meetings yet"
        action={
          <Button kind="filled" icon={CalendarPlus}>
            Plan the first meeting
          </Button>
        }
      >
        Ava’s assessment is finished. The first meeting is due by Fri 27 February.
      </EmptyState>
    </div>
  );
}

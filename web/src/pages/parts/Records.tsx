import { Button } from '@web/ui/Button';
import { Card } from '@web/ui/Card';
import { DataTable } from '@web/ui/DataTable';
import { Facts } from '@web/ui/Facts';
import { KeysetPager } from '@web/ui/KeysetPager';
import { Stack } from '@web/ui/layout';
import { LevelBlocks } from '@web/ui/LevelBlocks';
import { Light } from '@web/ui/Light';
import { ListGroup, ListRow } from '@web/ui/ListRow';
import { Path } from '@web/ui/Path';
import { Ring } from '@web/ui/Ring';
import { Tabs } from '@web/ui/Tabs';
import { Tag } from '@web/ui/Tag';
import { TaskList } from '@web/ui/TaskList';
import { Timeline, TimelineItem } from '@web/ui/Timeline';

const LATE = [
  { who: 'Dr Imran Vale', agency: 'Educational psychology', due: 'Wed 4 March', late: '8 working days late' },
  { who: 'Beth Corran', agency: 'Housing services', due: 'Fri 6 March', late: '6 working days late' },
];

function Case() {
  return (
    <Stack>
      <Ring
        name="Ava"
        people={[true, true, true, true, true, false]}
        label="5 people around Ava, 1 place empty"
      />
      <Facts
        facts={[
          {
            label: 'Level of need',
            value: <LevelBlocks level={3} />,
            notes: ['Several needs, several services'],
          },
          {
            label: 'Agreement to share',
            value: <Light state="yes">Agreed by Mia, mum</Light>,
            notes: ['Until 11 January 2027'],
          },
          { label: 'Lead professional', value: 'Lena Marsh (you)', notes: ['SENCO, Northway Primary'] },
          { label: 'Next meeting', value: 'Tue 24 March 2026, 15:45', notes: ['In 8 days · review 1'] },
        ]}
      />
      <Tabs
        label="Part of the record"
        tabs={[
          { to: '/parts', label: 'Summary', end: true },
          { to: '/parts/plan', label: 'Plan' },
          { to: '/parts/meetings', label: 'Meetings' },
        ]}
      />
      <Path
        label="Where support has got to"
        steps={[
          { name: 'Worry noted', note: '5 January', state: 'done' },
          { name: 'Agreement', note: '12 January', state: 'done' },
          { name: 'First meeting, plan agreed', note: '12 February', state: 'done' },
          { name: 'Review 1', note: '24 March, in 8 days', state: 'now' },
          { name: 'Review 2', note: 'date to be set', state: 'later' },
        ]}
      />
    </Stack>
  );
}

/** Rows, tables, time line, task list and the parts of a case page. */
export function Records() {
  return (
    <Stack style={{ marginTop: 24 }}>
      <ListGroup title="Overdue" count={1}>
        <ListRow
          person="Noah Pell"
          personNote="7 years"
          what="Write your report for the next meeting"
          whatNote="Review 2, Wed 18 March"
          when={
            <Tag tone="red" mark="triangle">
              1 working day late
            </Tag>
          }
          whenNote="Due Fri 13 March"
          action={
            <Button kind="filled" size="small">
              Write report
            </Button>
          }
        />
        <ListRow
          person="Jude Okafor"
          personNote="10 years"
          what="Send the minutes of 6 March"
          when="Fri 20 March"
          whenNote="in 4 days"
          action={<Button size="small">Send minutes</Button>}
        />
      </ListGroup>
      <Case />
      <Card
        title="Reports not received"
        count={2}
        flush
        foot={<KeysetPager from={1} to={2} total={2} onNext={() => undefined} />}
      >
        <DataTable
          label="Reports not received"
          rows={LATE}
          rowKey={({ who }) => who}
          columns={[
            {
              key: 'who',
              title: 'Who',
              head: true,
              cell: ({ who, agency }) => [who, <small key="a">{agency}</small>],
            },
            { key: 'due', title: 'Was due', cell: ({ due }) => due },
            {
              key: 'late',
              title: 'How late',
              cell: ({ late }) => (
                <Tag tone="red" mark="triangle">
                  {late}
                </Tag>
              ),
            },
            { key: 'act', title: 'Do', plain: true, cell: () => <Button size="small">Remind</Button> },
          ]}
        />
      </Card>
      <Card title="Recent chronology">
        <Timeline label="Recent chronology">
          <TimelineItem
            date="2026-03-13"
            dateWords="Fri 13 Mar"
            what="Assessment added to"
            rest="by Hana Siddiqui: General health"
          />
          <TimelineItem
            date="2026-03-09"
            dateWords="Mon 9 Mar"
            what="Ava came in for the third Monday running"
            second="School register, told by Lena Marsh"
            significant
          />
          <TimelineItem
            date="2026-02-27"
            dateWords="Fri 27 Feb"
            what="Action done"
            rest="by Carl Whitlock: ideas for calm starts"
          />
        </Timeline>
      </Card>
      <Card title="Parts of the assessment">
        <TaskList
          groups={[
            {
              title: 'Ava’s development',
              tasks: [
                { key: 'a', name: 'General health', state: 'added', status: 'Hana added' },
                { key: 'b', name: 'Physical development', state: 'same', status: 'same as before' },
                {
                  key: 'c',
                  name: 'Feelings and friendships',
                  state: 'here',
                  status: 'you are here',
                  to: '/parts',
                },
                { key: 'd', name: 'Self-care', state: 'todo', status: 'to do', to: '/parts' },
              ],
            },
          ]}
        />
      </Card>
    </Stack>
  );
}

import { useState } from 'react';
import { Button } from '@web/ui/Button';
import { Card } from '@web/ui/Card';
import { CheckBox, CheckList } from '@web/ui/CheckList';
import { DateField } from '@web/ui/DateField';
import { Dialog } from '@web/ui/Dialog';
import { EmergencyBanner } from '@web/ui/EmergencyBanner';
import { ErrorSummary } from '@web/ui/ErrorSummary';
import { Actions, FieldStack } from '@web/ui/layout';
import { Notice } from '@web/ui/Notice';
import { RadioGroup } from '@web/ui/RadioGroup';
import { Scale0to10 } from '@web/ui/Scale';
import { Segments } from '@web/ui/Segments';
import { Select } from '@web/ui/Select';
import { SkeletonRows } from '@web/ui/Skeleton';
import { TextArea } from '@web/ui/TextArea';
import { Voice } from '@web/ui/Voice';

const WRONG = 'Enter a real date, for example 5 March 2026';
const CAME = [
  { value: 'CAME', label: 'Came' },
  { value: 'PART', label: 'Part' },
  { value: 'DEPUTY', label: 'Deputy' },
  { value: 'REPORT', label: 'Report' },
  { value: 'AWAY', label: 'Not here' },
];

function Wrong() {
  const [date, setDate] = useState('35 March');
  const [who, setWho] = useState<string | null>(null);
  return (
    <FieldStack>
      <ErrorSummary
        takesFocus={false}
        errors={[
          { field: 'spoke-on', message: WRONG },
          { field: 'told-by', message: 'Say who told you this' },
        ]}
      />
      <DateField
        name="spoke-on"
        label="When did you speak with Ava?"
        value={date}
        onChange={setDate}
        error={WRONG}
      />
      <RadioGroup
        name="told-by"
        label="Who told you this?"
        error="Say who told you this"
        options={[
          { value: 'AVA', label: 'Ava' },
          { value: 'MIA', label: 'Mia, mum' },
        ]}
        value={who}
        onChange={setWho}
      />
    </FieldStack>
  );
}

function Right() {
  const [score, setScore] = useState<number | null>(6);
  const [came, setCame] = useState<string | null>('CAME');
  const [kinds, setKinds] = useState<string[]>(['HEALTH']);
  const [read, setRead] = useState(false);
  const [words, setWords] = useState('She asks for help.');
  return (
    <FieldStack>
      <TextArea
        name="well"
        label="What is going well"
        hint="Say what you saw or heard. “She asks for help”, not “copes fine”."
        value={words}
        onChange={(event) => setWords(event.target.value)}
      />
      <Select
        name="school"
        label="School"
        optional="if known"
        options={[{ value: 'N', label: 'Northway Primary' }]}
      />
      <CheckList
        name="kinds"
        label="Kinds of information"
        options={[
          { value: 'HEALTH', label: 'Health' },
          { value: 'PLAN', label: 'The plan', hint: 'Hopes and actions' },
        ]}
        value={kinds}
        onChange={setKinds}
      />
      <CheckBox name="read" label="I read the statement aloud" checked={read} onChange={setRead} />
      <Scale0to10
        name="worry"
        label="How big is the worry on school mornings?"
        hint="Ava pointed on the card. 0 is no worry, 10 is huge."
        low="no worry"
        high="huge"
        before={{ score: 7, date: '2026-01-30' }}
        value={score}
        onChange={setScore}
      />
      <Segments name="came" label="Hana Siddiqui" options={CAME} value={came} onChange={setCame} />
    </FieldStack>
  );
}

function Asking() {
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      <Button kind="neutral" onClick={() => setOpen(true)}>
        Send minutes
      </Button>
      <Dialog
        open={open}
        title="Send the minutes to 4 people?"
        onClose={close}
        actions={
          <>
            <Button kind="filled" onClick={close}>
              Send minutes
            </Button>
            <Button kind="neutral" onClick={close}>
              Keep as draft
            </Button>
          </>
        }
      >
        <p>Mia, Hana, Yusuf and Carl each get the parts they may see. You cannot call them back.</p>
      </Dialog>
    </>
  );
}

/** Fields, errors, dialog, own words, waiting, emergency. */
export function Controls() {
  return (
    <div>
      <Card title="Error summary and field">
        <Wrong />
      </Card>
      <Card title="Fields">
        <Right />
      </Card>
      <Card title="Dialog and notice">
        <Actions style={{ marginBottom: 12 }}>
          <Asking />
        </Actions>
        <Notice kind="good">The minutes went to 4 people.</Notice>
      </Card>
      <Card title="Voice">
        <Voice words="It’s like a washing machine in my tummy." from="Ava, 22 January 2026, to Lena" />
      </Card>
      <Card title="Waiting: the shape of the page" flush>
        <SkeletonRows rows={2} />
      </Card>
      <EmergencyBanner minutesLeft={58} onStop={() => undefined}>
        You are looking at <strong>Gia’s</strong> phone numbers and helpers, in an emergency, until{' '}
        <strong>19:42</strong>. Your manager has been told. It will be checked.
      </EmergencyBanner>
    </div>
  );
}

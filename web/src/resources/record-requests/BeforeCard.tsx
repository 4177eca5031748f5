import { useState } from 'react';
import {
  CHILD_ANSWERS,
  type ChangeRecordRequest,
  type RecordRequestView,
} from '@encircle/shared/record-requests';
import { useWords } from '@web/i18n/useWords';
import { useToday } from '@web/providers/me';
import { Button } from '@web/ui/Button';
import { Card } from '@web/ui/Card';
import { DateField } from '@web/ui/DateField';
import { ErrorSummary } from '@web/ui/ErrorSummary';
import { Actions, FieldStack, Stack } from '@web/ui/layout';
import { RadioGroup } from '@web/ui/RadioGroup';
import { Select } from '@web/ui/Select';
import { TextArea } from '@web/ui/TextArea';
import { TextInput } from '@web/ui/TextInput';
import { useStep } from './useStep';

type Part = 'forPersonId' | 'identity' | 'childSaid' | 'extension';

/** What is settled before a decision: whose right it is, who is asking, what the child says, more time. */
export function BeforeCard({ request }: { request: RecordRequestView }) {
  const w = useWords();
  const parts: Part[] = [
    ...(request.capacity === 'COURT' ? [] : (['forPersonId'] as const)),
    'identity',
    ...(request.childDecides ? (['childSaid'] as const) : []),
    ...(request.dueOn === null ? [] : (['extension'] as const)),
  ];
  const [doing, setDoing] = useState<Part | null>(null);
  const said: Record<Part, string | null> = {
    forPersonId: request.forPerson,
    identity: request.identityHow,
    childSaid: request.childAnswer && w(`requests.childAnswers.${request.childAnswer}`),
    extension: request.extensionReason,
  };
  return (
    <Card title={w('requests.before.title')}>
      <Stack>
        {parts.map((part) => (
          <div key={part}>
            <strong>{w(`requests.before.${part}`)}</strong>
            <p>{said[part] ?? w('requests.before.open')}</p>
            {doing === part ? (
              <PartForm
                request={request}
                part={part}
                onDone={() => setDoing((now) => (now === part ? null : now))}
              />
            ) : (
              <Actions style={{ marginTop: 8 }}>
                <Button
                  size="small"
                  aria-label={`${w('requests.before.write')}: ${w(`requests.before.${part}`)}`}
                  onClick={() => setDoing(part)}
                >
                  {w('requests.before.write')}
                </Button>
              </Actions>
            )}
          </div>
        ))}
      </Stack>
    </Card>
  );
}

function PartForm({ request, part, onDone }: { request: RecordRequestView; part: Part; onDone: () => void }) {
  const w = useWords();
  const today = useToday();
  const form = useStep<Partial<ChangeRecordRequest>>(`/record-requests/${request.id}`, 'PUT');
  const [person, setPerson] = useState(request.forPersonId ?? '');
  const [day, setDay] = useState<string>(request.identityProvenOn ?? today);
  const [words, setWords] = useState('');
  const [choice, setChoice] = useState('');
  const body: Record<Part, Partial<ChangeRecordRequest>> = {
    forPersonId: { forPersonId: person },
    identity: { identity: { provenOn: day, how: words } },
    childSaid: { childSaid: { answer: choice as 'AGREES', words } },
    extension: { extension: { months: Number(choice), reason: words } },
  };
  const save = async () => {
    if ((await form.send({ version: request.version, ...body[part] })) !== null) onDone();
  };
  return (
    <FieldStack style={{ marginTop: 12 }}>
      <ErrorSummary errors={form.errors} attempt={form.attempt} />
      {part === 'forPersonId' && (
        <Select
          name="forPersonId"
          label={w('requests.before.forPersonId')}
          options={request.family.map(({ personId, name }) => ({ value: personId, label: name }))}
          value={person}
          error={form.wrong('forPersonId')}
          onChange={(event) => setPerson(event.target.value)}
        />
      )}
      {part === 'identity' && (
        <>
          <DateField
            name="identity.provenOn"
            label={w('requests.before.provenOn')}
            hint={w('requests.before.provenHint')}
            value={day}
            error={form.wrong('identity.provenOn')}
            onChange={setDay}
          />
          <TextInput
            name="identity.how"
            label={w('requests.before.how')}
            value={words}
            error={form.wrong('identity.how')}
            onChange={(event) => setWords(event.target.value)}
          />
        </>
      )}
      {part === 'childSaid' && (
        <RadioGroup
          name="childSaid.answer"
          label={w('requests.before.childSaid')}
          options={CHILD_ANSWERS.map((answer) => ({
            value: answer,
            label: w(`requests.childAnswers.${answer}`),
          }))}
          value={choice}
          error={form.wrong('childSaid.answer')}
          onChange={setChoice}
        />
      )}
      {part === 'extension' && (
        <RadioGroup
          name="extension.months"
          label={w('requests.before.months')}
          options={['1', '2'].map((n) => ({
            value: n,
            label: w('requests.before.month', { smart_count: Number(n) }),
          }))}
          value={choice}
          error={form.wrong('extension.months')}
          onChange={setChoice}
        />
      )}
      {(part === 'childSaid' || part === 'extension') && (
        <TextArea
          name={part === 'childSaid' ? 'childSaid.words' : 'extension.reason'}
          label={w(`requests.before.${part}Words`)}
          rows={2}
          maxLength={1000}
          value={words}
          error={form.wrong(part === 'childSaid' ? 'childSaid.words' : 'extension.reason')}
          onChange={(event) => setWords(event.target.value)}
        />
      )}
      <Actions>
        <Button kind="filled" size="small" disabled={form.busy} onClick={() => void save()}>
          {w('requests.before.save')}
        </Button>
        <Button kind="quiet" size="small" onClick={onDone}>
          {w('requests.form.cancel')}
        </Button>
      </Actions>
    </FieldStack>
  );
}

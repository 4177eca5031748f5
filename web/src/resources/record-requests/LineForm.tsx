import { useState } from 'react';
import {
  LINE_DECISIONS,
  WITHHOLD_GROUNDS,
  type DecideLine,
  type LineDecision,
  type PackLine,
  type WithholdGround,
} from '@encircle/shared/record-requests';
import { useWords } from '@web/i18n/useWords';
import { Button } from '@web/ui/Button';
import { ErrorSummary } from '@web/ui/ErrorSummary';
import { Actions, FieldStack } from '@web/ui/layout';
import { RadioGroup } from '@web/ui/RadioGroup';
import { Select } from '@web/ui/Select';
import { TextArea } from '@web/ui/TextArea';
import { passagesOf } from './requests.model';
import { useStep } from './useStep';

export interface LineFormProps {
  line: PackLine;
  requestId: string;
  onDone: () => void;
}

/** What becomes of one line: whole, without some words, or not at all. */
export function LineForm({ line, requestId, onDone }: LineFormProps) {
  const w = useWords();
  const form = useStep<DecideLine>(`/record-requests/${requestId}/lines/${line.id}`, 'PUT');
  const [decision, setDecision] = useState<LineDecision>(line.decision);
  const [ground, setGround] = useState<WithholdGround | null>(line.ground);
  const [passages, setPassages] = useState(line.passages.join('\n'));
  const [note, setNote] = useState(line.note ?? '');
  const save = async () => {
    const done = await form.send({
      version: line.version,
      decision,
      ...(decision !== 'INCLUDE' && ground ? { ground } : {}),
      ...(decision === 'PART' ? { passages: passagesOf(passages) } : {}),
      ...(note ? { note } : {}),
    });
    if (done !== null) onDone();
  };
  return (
    <FieldStack>
      <ErrorSummary errors={form.errors} attempt={form.attempt} />
      <RadioGroup
        name="decision"
        label={w('requests.line.decision')}
        options={LINE_DECISIONS.map((each) => ({ value: each, label: w(`requests.lines.${each}`) }))}
        value={decision}
        error={form.wrong('decision')}
        onChange={(each) => setDecision(each as LineDecision)}
      />
      {decision === 'PART' && (
        <TextArea
          name="passages"
          label={w('requests.line.passages')}
          hint={w('requests.line.passagesHint')}
          rows={3}
          value={passages}
          error={form.wrong('passages')}
          onChange={(event) => setPassages(event.target.value)}
        />
      )}
      {decision !== 'INCLUDE' && (
        <Select
          name="ground"
          label={w('requests.line.ground')}
          options={WITHHOLD_GROUNDS.map((each) => ({ value: each, label: w(`requests.grounds.${each}`) }))}
          value={ground ?? ''}
          error={form.wrong('ground')}
          onChange={(event) => setGround(event.target.value as WithholdGround)}
        />
      )}
      <TextArea
        name="note"
        label={w('requests.line.note')}
        rows={2}
        maxLength={1000}
        value={note}
        error={form.wrong('note')}
        onChange={(event) => setNote(event.target.value)}
      />
      <Actions>
        <Button kind="filled" size="small" disabled={form.busy} onClick={() => void save()}>
          {w('requests.line.save')}
        </Button>
        <Button kind="quiet" size="small" onClick={onDone}>
          {w('requests.form.cancel')}
        </Button>
      </Actions>
    </FieldStack>
  );
}

import { styled } from '@mui/material/styles';
import { useMemo, useState } from 'react';
import type { AssessmentView } from '@encircle/shared/assessments';
import { labelOf } from '@encircle/shared/codes';
import { londonTime } from '@encircle/shared/dates';
import { answerList, isBlank, type AnswerValue, type FormSection } from '@encircle/shared/forms';
import { useWords } from '@web/i18n/useWords';
import { Button } from '@web/ui/Button';
import { Card } from '@web/ui/Card';
import { PageTitle } from '@web/ui/PageTitle';
import { RadioGroup } from '@web/ui/RadioGroup';
import { Actions, Stack } from '@web/ui/layout';
import { TextArea } from '@web/ui/TextArea';
import {
  differences,
  joined,
  placeOf,
  settled,
  type Choice,
  type Conflict,
  type Difference,
} from './conflict.model';
import { useFormWords } from './useAssessment';

const Both = styled('div')({
  display: 'grid',
  gap: 16,
  gridTemplateColumns: 'minmax(0, 1fr)',
  '@media (min-width: 700px)': { gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)' },
  '& h3': { fontSize: '0.9375rem', fontWeight: 700 },
  '& div': {
    background: 'var(--sunken)',
    borderRadius: 8,
    padding: 12,
    whiteSpace: 'pre-line',
    overflowWrap: 'anywhere',
  },
});

export interface ConflictPageProps {
  view: AssessmentView;
  section: FormSection;
  conflicts: readonly Conflict[];
  onSettle: (made: ReadonlyMap<string, Conflict['sent']>) => Promise<unknown>;
  onBack: () => void;
}

type Choices = ReadonlyMap<string, { choice: Choice; text?: string }>;

/** Two people saved the same part: both texts side by side, and for each what stays. */
export function ConflictPage({ view, section, conflicts, onSettle, onBack }: ConflictPageProps) {
  const w = useWords();
  const words = useFormWords(view);
  const [choices, setChoices] = useState<Choices>(new Map());
  const [busy, setBusy] = useState(false);
  const rows = useMemo(
    () => conflicts.map((conflict) => ({ conflict, rows: differences(section, conflict) })),
    [conflicts, section],
  );
  const first = conflicts[0]?.stored;
  const choose = (key: string, choice: Choice, text?: string) =>
    setChoices((now) => new Map(now).set(key, { choice, ...(text === undefined ? {} : { text }) }));
  const save = async () => {
    setBusy(true);
    await onSettle(new Map(conflicts.map((each) => [placeOf(each), settled(section, each, choices)])));
    setBusy(false);
  };
  return (
    <>
      <PageTitle
        section
        title={w('caf.conflict.title')}
        note={w('caf.conflict.note', {
          name: first?.savedBy ?? '',
          time: first ? londonTime(first.savedAt) : '',
        })}
      />
      <Stack>
        {rows.map(({ conflict, rows: found }) =>
          found.map((row) => (
            <OneDifference
              key={row.key}
              row={row}
              label={words(row.label)}
              show={(value) => shown(section, row, value, words, w('caf.conflict.nothing'))}
              name={conflict.stored?.savedBy ?? ''}
              chosen={choices.get(row.key) ?? { choice: row.canJoin ? 'JOIN' : 'MINE' }}
              onChoose={(choice, text) => choose(row.key, choice, text)}
            />
          )),
        )}
        <Actions>
          <Button kind="filled" disabled={busy} onClick={() => void save()}>
            {w('caf.conflict.save')}
          </Button>
          <Button kind="neutral" onClick={onBack}>
            {w('caf.conflict.back')}
          </Button>
        </Actions>
      </Stack>
    </>
  );
}

interface OneDifferenceProps {
  row: Difference;
  label: string;
  name: string;
  show: (value: AnswerValue) => string;
  chosen: { choice: Choice; text?: string };
  onChoose: (choice: Choice, text?: string) => void;
}

function OneDifference({ row, label, name, show, chosen, onChoose }: OneDifferenceProps) {
  const w = useWords();
  const kinds: Choice[] = row.canJoin ? ['JOIN', 'MINE', 'THEIRS'] : ['MINE', 'THEIRS'];
  const names: Record<Choice, string> = {
    MINE: w('caf.conflict.mine'),
    THEIRS: w('caf.conflict.theirs'),
    JOIN: w('caf.conflict.join'),
  };
  return (
    <Card title={label}>
      <Stack style={{ gap: 16 }}>
        <Both>
          <section>
            <h3>{w('caf.conflict.mineLabel')}</h3>
            <div>{show(row.mine)}</div>
          </section>
          <section>
            <h3>{w('caf.conflict.theirsLabel', { name })}</h3>
            <div>{show(row.theirs)}</div>
          </section>
        </Both>
        <RadioGroup
          name={row.key}
          label={label}
          options={kinds.map((value) => ({ value, label: names[value] }))}
          value={chosen.choice}
          onChange={(choice) => onChoose(choice as Choice)}
        />
        {chosen.choice === 'JOIN' && (
          <TextArea
            name={`${row.key}.joined`}
            label={w('caf.conflict.joinLabel')}
            rows={5}
            value={chosen.text ?? joined(row)}
            onChange={(event) => onChoose('JOIN', event.target.value)}
          />
        )}
      </Stack>
    </Card>
  );
}

function shown(
  section: FormSection,
  row: Difference,
  value: AnswerValue,
  words: (text: string) => string,
  nothing: string,
): string {
  if (isBlank(value)) return nothing;
  const key = row.key.slice(row.key.lastIndexOf('/') + 1);
  const field = section.fields.find((each) => each.key === key);
  const list = field && answerList(field);
  const one = (each: unknown): string =>
    typeof each === 'object'
      ? Object.values(each as object).join(' · ')
      : words(list ? labelOf(list, String(each)) : String(each));
  return Array.isArray(value) ? value.map(one).join('\n') : one(value);
}

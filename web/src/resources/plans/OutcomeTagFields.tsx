import {
  CAF_ELEMENTS,
  ECM_OUTCOMES,
  offeredRows,
  SF_OUTCOMES,
  suggestedOutcomes,
} from '@encircle/shared/codes';
import { useWords } from '@web/i18n/useWords';
import { Button } from '@web/ui/Button';
import { CheckList } from '@web/ui/CheckList';
import { FieldStack } from '@web/ui/layout';
import { Notice } from '@web/ui/Notice';
import { Select } from '@web/ui/Select';
import { namesOf, withSuggested, type OutcomeTags } from './outcome-tags.model';

interface OutcomeTagFieldsProps {
  value: OutcomeTags;
  onChange: (value: OutcomeTags) => void;
}

/** Which of the five and the ten outcomes a hope is about: the part of the assessment suggests, the worker ticks. */
export function OutcomeTagFields({ value, onChange }: OutcomeTagFieldsProps) {
  const w = useWords();
  const suggested = value.elementCode === '' ? [] : suggestedOutcomes([value.elementCode]).sf;
  const open = suggested.filter((code) => !value.familyOutcomes.includes(code));
  return (
    <FieldStack>
      <Select
        name="elementCode"
        label={w('claims.tags.element')}
        optional={w('meetings.ifAny')}
        options={offeredRows(CAF_ELEMENTS).map((row) => ({ value: row.code, label: row.label }))}
        value={value.elementCode}
        onChange={(event) => onChange({ ...value, elementCode: event.target.value })}
      />
      {open.length > 0 && (
        <Notice>
          <p>{w('claims.tags.suggested', { names: namesOf(open) })}</p>
          <Button size="small" onClick={() => onChange(withSuggested(value))}>
            {w('claims.tags.take')}
          </Button>
        </Notice>
      )}
      <CheckList
        name="familyOutcomes"
        label={w('claims.tags.family')}
        hint={w('claims.tags.familyHint')}
        options={offeredRows(SF_OUTCOMES).map((row) => ({ value: row.code, label: row.label }))}
        value={value.familyOutcomes}
        onChange={(familyOutcomes) => onChange({ ...value, familyOutcomes })}
      />
      <Select
        name="ecm"
        label={w('plans.hope.ecm')}
        optional={w('meetings.ifAny')}
        options={ECM_OUTCOMES.rows.map((row) => ({ value: row.code, label: row.label }))}
        value={value.ecmOutcome}
        onChange={(event) => onChange({ ...value, ecmOutcome: event.target.value })}
      />
    </FieldStack>
  );
}

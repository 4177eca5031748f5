import type { ReactNode } from 'react';
import { useWords } from '@web/i18n/useWords';
import { CheckBox } from '@web/ui/CheckList';
import { DateField } from '@web/ui/DateField';
import { TextArea } from '@web/ui/TextArea';
import { TextInput } from '@web/ui/TextInput';
import { extrasOf, type Extra } from './close.model';
import { WhoDied } from './WhoDied';

export interface Attempt {
  on: string;
  method: string;
}

export type ExtraFields = { attempts: Attempt[] } & Record<string, string | boolean | Attempt[]>;

interface CloseExtrasProps {
  caseId: string;
  errorOf: (field: string) => string | undefined;
  reason: string;
  fields: ExtraFields;
  onChange: (part: Partial<ExtraFields>) => void;
}

const ATTEMPTS = [0, 1, 2] as const;

/** What one reason needs on record beside the usual form. */
export function CloseExtras({ caseId, errorOf, reason, fields, onChange }: CloseExtrasProps) {
  const w = useWords();
  const value = (name: string): string => (typeof fields[name] === 'string' ? fields[name] : '');
  const text = (name: string, label: string) => (
    <TextInput
      name={name}
      label={label}
      value={value(name)}
      onChange={(event) => onChange({ [name]: event.target.value })}
    />
  );
  const day = (name: string, label: string) => (
    <DateField
      name={name}
      label={label}
      error={errorOf(name)}
      value={value(name)}
      onChange={(date) => onChange({ [name]: date })}
    />
  );
  const tick = (name: string, label: string) => (
    <CheckBox
      name={name}
      label={label}
      checked={fields[name] === true}
      onChange={(on) => onChange({ [name]: on })}
    />
  );
  const attempt = (index: number, part: Partial<Attempt>) => {
    const attempts = ATTEMPTS.map((n) => fields.attempts[n] ?? { on: '', method: '' });
    onChange({
      attempts: attempts
        .map((each, n) => (n === index ? { ...each, ...part } : each))
        .filter((each) => each.on !== '' || each.method !== ''),
    });
  };
  const part: Record<Extra, () => ReactNode> = {
    SUPPORT: () => (
      <>
        {text('ongoingSupport', w('plans.closePage.support'))}
        {tick('serviceAccepted', w('plans.closePage.accepted'))}
      </>
    ),
    ACCEPTANCE: () => (
      <>
        {text('acceptanceId', w('plans.closePage.reference'))}
        {day('acceptanceDate', w('plans.closePage.referenceOn'))}
      </>
    ),
    CONFERENCE: () => day('conferenceDate', w('plans.closePage.conference')),
    PLACEMENT: () => day('placementDate', w('plans.closePage.placement')),
    LEAD: () => text('statutoryLead', w('plans.closePage.lead')),
    RISK: () => (
      <TextArea
        name="riskConsidered"
        label={w('plans.closePage.risk')}
        value={value('riskConsidered')}
        onChange={(event) => onChange({ riskConsidered: event.target.value })}
      />
    ),
    ATTEMPTS: () => (
      <>
        {ATTEMPTS.map((n) => (
          <div key={n} style={{ display: 'grid', gap: 12 }}>
            <DateField
              name={`attempt-on-${n}`}
              label={w('plans.closePage.attemptOn', { n: n + 1 })}
              value={fields.attempts[n]?.on ?? ''}
              onChange={(on) => attempt(n, { on })}
            />
            <TextInput
              name={`attempt-how-${n}`}
              label={w('plans.closePage.attemptHow', { n: n + 1 })}
              value={fields.attempts[n]?.method ?? ''}
              onChange={(event) => attempt(n, { method: event.target.value })}
            />
          </div>
        ))}
      </>
    ),
    RECEIPT: () => (
      <>
        {text('receiver', w('plans.closePage.receiver'))}
        {day('receiptDate', w('plans.closePage.receipt'))}
        {tick('documentsListed', w('plans.closePage.documents'))}
      </>
    ),
    CHECKS: () => (
      <>
        {tick('checksWithSchool', w('plans.closePage.school'))}
        {tick('checksWithHealth', w('plans.closePage.health'))}
      </>
    ),
    AGE: () => tick('adultRouteConsidered', w('plans.closePage.support')),
    DEATH: () => (
      <>
        <WhoDied
          caseId={caseId}
          value={value('deathOf')}
          error={errorOf('deathOf')}
          onChange={(deathOf) => onChange({ deathOf })}
        />
        {day('deathDate', w('plans.closePage.death'))}
      </>
    ),
  };
  return (
    <>
      {extrasOf(reason).map((each) => (
        <div key={each} style={{ display: 'grid', gap: 20 }}>
          {part[each]()}
        </div>
      ))}
    </>
  );
}

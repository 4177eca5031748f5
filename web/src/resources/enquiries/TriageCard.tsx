import { useState } from 'react';
import {
  OF_A_CASE,
  TAKEN_UP,
  TELLS,
  TRIAGE_DECISIONS,
  WITHOUT_NAME,
  type EnquiryView,
  type TriageDecision,
  type TriageEnquiry,
} from '@encircle/shared/enquiries';
import type { LevelOfNeed } from '@encircle/shared/codes';
import { useWords } from '@web/i18n/useWords';
import { useForm } from '@web/pages/useForm';
import { ColleaguePicker, type Colleague } from '@web/resources/lead/ColleagueReference';
import {
  levelErrors,
  LevelHelpReference,
  levelOf,
  levelOptions,
  useLevelHelp,
} from '@web/resources/levels/LevelHelpReference';
import { Button } from '@web/ui/Button';
import { Card } from '@web/ui/Card';
import { ErrorSummary } from '@web/ui/ErrorSummary';
import { FieldStack } from '@web/ui/layout';
import { RadioGroup } from '@web/ui/RadioGroup';
import { TextArea } from '@web/ui/TextArea';
import { TextInput } from '@web/ui/TextInput';

/** What the CAF team decides: each choice asks for what it needs and nothing else. */
export function TriageCard({ view }: { view: EnquiryView }) {
  const w = useWords();
  const [decision, setDecision] = useState<TriageDecision | null>(null);
  const [words, setWords] = useState({ why: '', told: '', ref: '' });
  const [who, setWho] = useState<Colleague | null>(null);
  const [level, setLevel] = useState<LevelOfNeed | null>(null);
  const helping = useLevelHelp();
  const form = useForm<Partial<TriageEnquiry>, EnquiryView>(`/enquiries/${view.id}/decision`, {
    refresh: ['/enquiries', '/enquiry-queue'],
  });
  const offered = view.kind === 'SUPPORT' ? TRIAGE_DECISIONS : WITHOUT_NAME;
  const is = (list: readonly TriageDecision[]) => decision !== null && list.includes(decision);
  const tie = (field: keyof typeof words) => ({
    name: field,
    value: words[field],
    error: form.wrong(field),
    onChange: (event: { target: { value: string } }) =>
      setWords((now) => ({ ...now, [field]: event.target.value })),
  });
  const send = () => {
    const levelHelp = level === null ? undefined : helping.help(level);
    void form.send({
      ...(decision ? { decision } : {}),
      why: words.why,
      ...(words.told.trim() && !is(['SOCIAL_CARE']) ? { told: words.told } : {}),
      ...(is(OF_A_CASE) ? { ref: words.ref } : {}),
      ...(is(TAKEN_UP) && who ? { workerId: who.userId, agencyId: who.agencyId } : {}),
      ...(level === null ? {} : { level, ...(levelHelp ? { levelHelp } : {}) }),
      version: view.version,
    });
  };
  return (
    <Card
      title={w('enquiries.triage.title')}
      {...(view.kind === 'SUPPORT' ? { note: w('enquiries.triage.search') } : {})}
    >
      <FieldStack>
        <ErrorSummary errors={levelErrors(form.errors)} attempt={form.attempt} />
        <RadioGroup
          name="decision"
          label={w('enquiries.triage.decision')}
          options={offered.map((each) => ({ value: each, label: w(`enquiries.triage.decisions.${each}`) }))}
          value={decision}
          error={form.wrong('decision')}
          onChange={(chosen) => setDecision(chosen as TriageDecision)}
        />
        <TextArea
          label={w('enquiries.triage.why')}
          hint={w('enquiries.triage.whyHint')}
          rows={3}
          maxLength={2000}
          {...tie('why')}
        />
        {view.kind === 'SUPPORT' && (
          <>
            <RadioGroup
              name="level"
              label={w('levels.triage')}
              optional={w('levels.ifYouCan')}
              options={levelOptions(helping.document)}
              value={level === null ? null : String(level)}
              error={form.wrong('level')}
              onChange={(chosen) => setLevel(levelOf(chosen))}
            />
            <LevelHelpReference
              helping={{ ...helping, errors: levelErrors(form.errors) }}
              level={level}
              onLevel={setLevel}
            />
          </>
        )}
        {is(OF_A_CASE) && (
          <TextInput label={w('enquiries.triage.ref')} hint={w('enquiries.triage.refHint')} {...tie('ref')} />
        )}
        {is(TAKEN_UP) && (
          <div id="workerId" tabIndex={-1}>
            <p>{w('enquiries.triage.who')}</p>
            {form.wrong('workerId') && <p role="alert">{form.wrong('workerId')}</p>}
            <ColleaguePicker name="worker" value={who} onChange={setWho} />
          </div>
        )}
        {decision !== null && decision !== 'SOCIAL_CARE' && (
          <TextArea
            label={w('enquiries.triage.told')}
            hint={w('enquiries.triage.toldHint')}
            {...(is(TELLS) ? {} : { optional: w('enquiries.form.ifKnown') })}
            rows={3}
            maxLength={2000}
            {...tie('told')}
          />
        )}
        <div>
          <Button kind="filled" disabled={form.busy} onClick={send}>
            {w('enquiries.triage.save')}
          </Button>
        </div>
      </FieldStack>
    </Card>
  );
}

import { useState } from 'react';
import { useParams } from 'react-router';
import type { CaseView } from '@encircle/shared/cases';
import { FAMILY_AGREES_WITH_CLOSURE } from '@encircle/shared/codes';
import type { ClosingView } from '@encircle/shared/plans';
import { useWords } from '@web/i18n/useWords';
import { Loaded } from '@web/layout/Loaded';
import { useToday } from '@web/providers/me';
import { useGet } from '@web/providers/useGet';
import { Button } from '@web/ui/Button';
import { Card } from '@web/ui/Card';
import { DateField } from '@web/ui/DateField';
import { ErrorSummary } from '@web/ui/ErrorSummary';
import { FieldStack, Stack } from '@web/ui/layout';
import { Notice } from '@web/ui/Notice';
import { PageTitle } from '@web/ui/PageTitle';
import { RadioGroup } from '@web/ui/RadioGroup';
import { Select } from '@web/ui/Select';
import { TextArea } from '@web/ui/TextArea';
import { useForm } from './useForm';

const LEVELS = ['1', '2', '3', '4'];

/** The end of work without agreement (T11): by a manager or the CAF team, once it was looked at again. */
export default function EndPage() {
  const { caseId = '' } = useParams();
  const w = useWords();
  const query = useGet<CaseView>(`/episodes/${caseId}`);
  const [ended, setEnded] = useState(false);
  return (
    <>
      <PageTitle title={w('engagement.end.title')} note={w('engagement.end.note')} />
      {ended ? (
        <Notice kind="good">{w('engagement.end.done')}</Notice>
      ) : (
        <Loaded query={query}>
          {(view) =>
            view.state === 'TAP' ? (
              <EndForm view={view} onDone={() => setEnded(true)} />
            ) : (
              <Notice>{w('engagement.end.notNow')}</Notice>
            )
          }
        </Loaded>
      )}
    </>
  );
}

function EndForm({ view, onDone }: { view: CaseView; onDone: () => void }) {
  const w = useWords();
  const today = useToday();
  const form = useForm<object, ClosingView>(`/episodes/${view.id}/close`);
  const [fields, setFields] = useState<Record<string, string>>({ closureDate: today });
  const set = (name: string, text: string) => setFields((old) => ({ ...old, [name]: text }));
  const value = (name: string): string => fields[name] ?? '';
  const area = (name: string, label: string, hint?: string) => (
    <TextArea
      name={name}
      label={label}
      {...(hint ? { hint } : {})}
      rows={2}
      value={value(name)}
      error={form.wrong(name)}
      onChange={(event) => set(name, event.target.value)}
    />
  );
  const end = async () => {
    const { level, ...texts } = fields;
    const filled = Object.fromEntries(Object.entries(texts).filter(([, text]) => text.trim() !== ''));
    const body = { ...filled, reason: 'CONSENT_NOT_GIVEN', ...(level ? { level: Number(level) } : {}) };
    if ((await form.send(body)) !== null) onDone();
  };
  return (
    <Stack>
      <ErrorSummary errors={form.errors} attempt={form.attempt} />
      <Card>
        <FieldStack>
          <p>{w('engagement.end.reason')}</p>
          <DateField
            name="closureDate"
            label={w('plans.closePage.date')}
            value={value('closureDate')}
            error={form.wrong('closureDate')}
            onChange={(day) => set('closureDate', day)}
          />
          <Select
            name="level"
            label={w('plans.closePage.level')}
            options={LEVELS.map((level) => ({ value: level, label: level }))}
            value={value('level')}
            error={form.wrong('level')}
            onChange={(event) => set('level', event.target.value)}
          />
          {area('whoToContact', w('plans.closePage.contact'))}
          <RadioGroup
            name="familyAgrees"
            label={w('plans.closePage.agrees')}
            options={FAMILY_AGREES_WITH_CLOSURE.rows.map(({ code, label }) => ({ value: code, label }))}
            value={value('familyAgrees') || null}
            onChange={(answer) => set('familyAgrees', answer)}
          />
          {!['', 'AGREE'].includes(value('familyAgrees')) &&
            area('familyAgreesText', w('plans.closePage.agreesText'))}
          {area(
            'childComment',
            w('plans.closePage.child', { child: view.children[0]?.name ?? w('week.someone').toLowerCase() }),
            w('plans.reviewPage.words'),
          )}
          {area('parentComment', w('plans.closePage.parent'), w('plans.reviewPage.words'))}
          {area('summary', w('plans.closePage.summary'))}
          <div>
            <Button kind="filled" size="large" disabled={form.busy} onClick={() => void end()}>
              {w('engagement.end.save')}
            </Button>
          </div>
        </FieldStack>
      </Card>
    </Stack>
  );
}

import { useState } from 'react';
import type { AssessmentView, IdentityFactsView, SaveIdentityFacts } from '@encircle/shared/assessments';
import { DISABLED, ETHNICITY, type CodeList } from '@encircle/shared/codes';
import { formatDate } from '@encircle/shared/dates';
import { useWords } from '@web/i18n/useWords';
import { useProblemWords } from '@web/pages/useProblemWords';
import { errorsOf } from '@web/providers/problem';
import { useSend } from '@web/providers/useGet';
import { Card } from '@web/ui/Card';
import { Facts } from '@web/ui/Facts';
import { Notice } from '@web/ui/Notice';
import { RadioGroup } from '@web/ui/RadioGroup';
import { Select } from '@web/ui/Select';
import { FieldStack } from '@web/ui/layout';
import { TextArea } from '@web/ui/TextArea';
import { TextInput } from '@web/ui/TextInput';
import { childOf } from './useAssessment';
import { SeldomAsked } from './SeldomAsked';
import { useStoreSoon } from './useStoreSoon';

const optionsOf = (list: CodeList) => list.rows.map(({ code, label }) => ({ value: code, label }));

type Kind = IdentityFactsView['kinds'][number];
const answerOf = (value: boolean | null): string | null => (value === null ? null : value ? 'yes' : 'no');

/** What the child's own record says, and what only the family can say; kept with the child, not with the form. */
export function IdentityCard({ view }: { view: AssessmentView }) {
  const w = useWords();
  const say = useProblemWords();
  const { name } = childOf(view);
  const identity = view.identity;
  const send = useSend<SaveIdentityFacts>(`/assessments/${view.id}/identity`, {
    method: 'PUT',
    refresh: [`/assessments/${view.id}`],
  });
  const [typed, setTyped] = useState<SaveIdentityFacts>({});
  const store = useStoreSoon<SaveIdentityFacts>((body) =>
    send.mutateAsync({ ...body, subjectId: view.subjectId }),
  );
  if (identity === null) return null;
  const now = { ...identity, ...typed };
  const set = (over: SaveIdentityFacts) => {
    setTyped((before) => ({ ...before, ...over }));
    store(over);
  };
  const there = (is: boolean) => (is ? w('caf.identity.there') : w('caf.identity.missing'));
  const sees = (kind: Kind) => identity.kinds.includes(kind);
  const yesOrNo = [
    { value: 'yes', label: w('caf.identity.yes') },
    { value: 'no', label: w('caf.identity.no') },
  ];
  const errors = Object.fromEntries(
    (send.error ? errorsOf(send.error) : []).map((each) => [each.field, each.message]),
  );
  const needsText = ETHNICITY.rows.some((row) => row.code === now.ethnicity && row.needsText);
  const born = identity.dateOfBirth ?? identity.dueDate;
  return (
    <Card title={w('caf.identity.title', { name })} note={w('caf.identity.note')}>
      <FieldStack>
        <Facts
          facts={[
            { label: w('caf.identity.names'), value: identity.names ?? there(false) },
            {
              label: identity.dateOfBirth ? w('caf.identity.born') : w('caf.identity.due'),
              value: born ? formatDate(born) : there(false),
            },
            { label: w('caf.identity.address'), value: there(identity.hasCurrentAddress) },
            { label: w('caf.identity.school'), value: there(identity.settingRecorded) },
            { label: w('caf.identity.family'), value: String(identity.adults) },
          ]}
        />
        <Select
          name="ethnicity"
          label={w('caf.identity.ethnicity')}
          options={optionsOf(ETHNICITY)}
          value={now.ethnicity ?? ''}
          error={errors['ethnicity']}
          onChange={(event) => set({ ethnicity: event.target.value || null })}
        />
        {needsText && (
          <TextInput
            name="ethnicityText"
            label={w('caf.identity.ethnicityText')}
            value={now.ethnicityText ?? ''}
            error={errors['ethnicityText']}
            onChange={(event) => set({ ethnicityText: event.target.value })}
          />
        )}
        <TextInput
          name="language"
          label={w('caf.identity.language', { name })}
          value={now.firstLanguage ?? ''}
          error={errors['firstLanguage']}
          onChange={(event) => set({ firstLanguage: event.target.value })}
        />
        <TextInput
          name="parentLanguage"
          label={w('caf.identity.parentLanguage')}
          value={now.parentLanguage ?? ''}
          error={errors['parentLanguage']}
          onChange={(event) => set({ parentLanguage: event.target.value })}
        />
        <RadioGroup
          name="interpreter"
          label={w('caf.identity.interpreter')}
          options={yesOrNo}
          value={answerOf(now.interpreterNeeded)}
          onChange={(value) => set({ interpreterNeeded: value === 'yes' })}
        />
        {now.interpreterNeeded === true && (
          <>
            <TextInput
              name="interpreterLanguage"
              label={w('caf.identity.interpreterLanguage')}
              value={now.interpreterLanguage ?? ''}
              onChange={(event) => set({ interpreterLanguage: event.target.value })}
            />
            <RadioGroup
              name="interpreterArranged"
              label={w('caf.identity.interpreterArranged')}
              options={yesOrNo}
              value={answerOf(now.interpreterArranged)}
              onChange={(value) => set({ interpreterArranged: value === 'yes' })}
            />
          </>
        )}
        {sees('HEALTH') && (
          <RadioGroup
            name="disability"
            label={w('caf.identity.disabled', { name })}
            options={optionsOf(DISABLED)}
            value={now.disabled}
            onChange={(disabled) => set({ disabled })}
          />
        )}
        {sees('HEALTH') && now.disabled === 'YES' && (
          <TextArea
            name="disabilityDetail"
            label={w('caf.identity.disabilityDetail', { name })}
            rows={2}
            value={now.disabilityDetail ?? ''}
            onChange={(event) => set({ disabilityDetail: event.target.value })}
          />
        )}
        <SeldomAsked identity={now} errors={errors} set={set} />
        {send.error && <Notice kind="red">{say(send.error)}</Notice>}
        <p role="status" style={{ color: 'var(--ink-soft)' }}>
          {send.isPending ? w('caf.identity.saving') : send.isSuccess ? w('caf.identity.saved') : ''}
        </p>
      </FieldStack>
    </Card>
  );
}

import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { INFORMATION_CATEGORIES, labelOf, OVERRIDE_GROUNDS } from '@encircle/shared/codes';
import type { BreakGlass, BreakGlassView, EmergencyOptions } from '@encircle/shared/emergency-access';
import { useWords } from '@web/i18n/useWords';
import { Loaded } from '@web/layout/Loaded';
import { PasswordInput } from '@web/pages/PasswordInput';
import { useProblemWords } from '@web/pages/useProblemWords';
import { useMe } from '@web/providers/me';
import { errorsOf, type Problem } from '@web/providers/problem';
import { useGet, useSend } from '@web/providers/useGet';
import { Button } from '@web/ui/Button';
import { Card } from '@web/ui/Card';
import { CheckBox, CheckList } from '@web/ui/CheckList';
import { ErrorSummary, type FormError } from '@web/ui/ErrorSummary';
import { Actions, FieldStack, Stack } from '@web/ui/layout';
import { Notice } from '@web/ui/Notice';
import { PageTitle } from '@web/ui/PageTitle';
import { RadioGroup } from '@web/ui/RadioGroup';
import { TextArea } from '@web/ui/TextArea';
import { missingIn, purposeOf, type AskForm } from './emergency.model';

/** Asks for an hour of named kinds: what happens then is said before anything is opened. */
export default function AskPage() {
  const { caseId = '' } = useParams();
  const w = useWords();
  const { membership } = useMe();
  const purpose = purposeOf(membership.role);
  const query = useGet<EmergencyOptions>(`/episodes/${caseId}/break-glass`, {}, purpose);
  return (
    <Loaded query={query}>
      {(options) => (
        <>
          <PageTitle
            title={w('emergency.ask.title')}
            note={w('emergency.ask.note', { minutes: options.minutes })}
          />
          <Ask options={options} caseId={caseId} purpose={purpose} />
        </>
      )}
    </Loaded>
  );
}

function Ask({ options, caseId, purpose }: { options: EmergencyOptions; caseId: string; purpose: string }) {
  const w = useWords();
  const say = useProblemWords();
  const navigate = useNavigate();
  const only = options.children.length === 1 ? options.children[0]?.id : undefined;
  const [form, setForm] = useState<AskForm>({ categories: [], ...(only ? { subjectId: only } : {}) });
  const [password, setPassword] = useState('');
  const [errors, setErrors] = useState<FormError[]>([]);
  const [attempt, setAttempt] = useState(0);
  const prove = useSend<{ password: string }>('/session/prove');
  const open = useSend<AskForm, BreakGlassView>(`/episodes/${caseId}/break-glass`, {
    purpose,
    refresh: ['/my/break-glass', `/episodes/${caseId}`],
  });
  const child = options.children.find(({ id }) => id === form.subjectId);
  const change = (over: Partial<AskForm>) => setForm((now) => ({ ...now, ...over }));
  const wrong = (field: string) => errors.find((error) => error.field === field)?.message;

  const submit = async () => {
    setAttempt((n) => n + 1);
    const gaps = missingIn(form, password);
    setErrors(gaps.map((field) => ({ field, message: w(`emergency.ask.missing.${field}`) })));
    if (gaps.length > 0) return;
    try {
      await prove.mutateAsync({ password });
      const opened = await open.mutateAsync(form);
      void navigate(`/cases/${caseId}/emergency/${opened.id}`, { replace: true });
    } catch (error) {
      const fields = errorsOf(error as Problem);
      setErrors(fields.length > 0 ? fields : [{ message: say(error) }]);
    }
  };

  return (
    <Stack>
      <Notice kind="amber">
        <p>{w('emergency.ask.danger')}</p>
        <p>{w('emergency.ask.told')}</p>
      </Notice>
      {child?.shielded && <Notice kind="red">{w('emergency.ask.shielded')}</Notice>}
      {options.needsManager && (
        <Notice kind="amber">{w('emergency.ask.limit', { used: options.usedToday })}</Notice>
      )}
      <ErrorSummary errors={errors} attempt={attempt} />
      <Card>
        <FieldStack>
          {only === undefined && (
            <RadioGroup
              name="subjectId"
              label={w('emergency.ask.child')}
              error={wrong('subjectId')}
              options={options.children.map(({ id, name }) => ({
                value: id,
                label: name ?? w('emergency.ask.someChild'),
              }))}
              value={form.subjectId}
              onChange={(subjectId) => change({ subjectId, categories: [] })}
            />
          )}
          <CheckList
            name="categories"
            label={w('emergency.ask.kinds')}
            hint={w('emergency.ask.kindsHint')}
            error={wrong('categories')}
            options={(child?.opens ?? []).map((value) => ({
              value,
              label: labelOf(INFORMATION_CATEGORIES, value),
            }))}
            value={form.categories}
            onChange={(categories) => change({ categories: categories as BreakGlass['categories'] })}
          />
          <RadioGroup
            name="ground"
            label={w('emergency.ask.ground')}
            error={wrong('ground')}
            options={OVERRIDE_GROUNDS.rows.map(({ code, label }) => ({ value: code, label }))}
            value={form.ground}
            onChange={(ground) => change({ ground: ground as BreakGlass['ground'] })}
          />
          <TextArea
            name="reason"
            label={w('emergency.ask.reason')}
            hint={w('emergency.ask.reasonHint')}
            rows={4}
            maxLength={2000}
            value={form.reason ?? ''}
            error={wrong('reason')}
            onChange={(event) => change({ reason: event.target.value })}
          />
          <div id="understood" tabIndex={-1}>
            <CheckBox
              name="understood"
              label={w('emergency.ask.understood')}
              {...(wrong('understood') ? { hint: wrong('understood') ?? '' } : {})}
              checked={form.understood === true}
              onChange={(understood) => change({ understood })}
            />
          </div>
          <PasswordInput
            label={w('emergency.ask.password')}
            value={password}
            onChange={setPassword}
            error={wrong('password')}
          />
        </FieldStack>
      </Card>
      <Actions>
        <Button kind="filled" disabled={prove.isPending || open.isPending} onClick={() => void submit()}>
          {options.needsManager
            ? w('emergency.ask.askManager')
            : w('emergency.ask.open', { minutes: options.minutes })}
        </Button>
        <Button kind="quiet" to={`/safeguarding/refer?case=${caseId}`}>
          {w('emergency.ask.instead')}
        </Button>
        <Button kind="quiet" to={`/cases/${caseId}`}>
          {w('emergency.ask.back')}
        </Button>
      </Actions>
    </Stack>
  );
}

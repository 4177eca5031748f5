import { useState, type FormEvent } from 'react';
import {
  WITHDRAWAL_SCOPES,
  type AgreementsView,
  type WithdrawAgreement,
  type WithdrawalView,
} from '@encircle/shared/consents';
import { INFORMATION_CATEGORIES, WITHDRAWAL_WAYS, labelOf } from '@encircle/shared/codes';
import { useWords } from '@web/i18n/useWords';
import { useProblemWords } from '@web/pages/useProblemWords';
import { useToday } from '@web/providers/me';
import { errorsOf, Problem } from '@web/providers/problem';
import { useSend } from '@web/providers/useGet';
import { Button } from '@web/ui/Button';
import { Card } from '@web/ui/Card';
import { DateField } from '@web/ui/DateField';
import { ErrorSummary, type FormError } from '@web/ui/ErrorSummary';
import { FieldStack } from '@web/ui/layout';
import { RadioGroup } from '@web/ui/RadioGroup';
import { Select } from '@web/ui/Select';
import { giversWithYes, standingOf } from './overview.model';

type Form = Record<'giverPersonId' | 'scope' | 'recipientId' | 'category' | 'how' | 'receivedOn', string>;

export interface ChangedMindProps {
  caseId: string;
  view: AgreementsView;
  onDone: (done: WithdrawalView) => void;
}

/** As easy as agreeing: who, what ends, how they told us; no reason is asked. */
export function ChangedMind({ caseId, view, onDone }: ChangedMindProps) {
  const w = useWords();
  const say = useProblemWords();
  const today = useToday();
  const givers = giversWithYes(view.lines);
  const [form, setForm] = useState<Form>({
    giverPersonId: givers.length === 1 ? (givers[0] ?? '') : '',
    scope: '',
    recipientId: '',
    category: '',
    how: '',
    receivedOn: today,
  });
  const [errors, setErrors] = useState<FormError[]>([]);
  const [attempt, setAttempt] = useState(0);
  const send = useSend<WithdrawAgreement, WithdrawalView>(`/episodes/${caseId}/consents/withdraw`, {
    refresh: [`/episodes/${caseId}`, '/my'],
  });
  const set = (part: Partial<Form>) => setForm((old) => ({ ...old, ...part }));
  const wrong = (field: string) => errors.find((error) => error.field === field)?.message;
  const own = view.lines.filter(
    (line) => line.giverPersonId === form.giverPersonId && line.status === 'ACTIVE',
  );
  const recipients = standingOf(own).filter((line) => line.answer === 'GIVEN');
  const kinds = [...new Set(recipients.flatMap((line) => line.categories))];

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setAttempt((n) => n + 1);
    setErrors([]);
    const { recipientId, category, ...rest } = form;
    const body = {
      ...rest,
      ...(form.scope === 'SERVICE' && recipientId ? { recipientId } : {}),
      ...(form.scope === 'CATEGORY' && category ? { category } : {}),
    } as WithdrawAgreement;
    try {
      onDone(await send.mutateAsync(body));
    } catch (error) {
      const fields = error instanceof Problem ? errorsOf(error) : [];
      setErrors(fields.length > 0 ? fields : [{ message: say(error) }]);
    }
  };

  return (
    <Card title={w('consent.overview.mind')} note={w('consent.overview.mindNote')}>
      <form onSubmit={(event) => void submit(event)} noValidate>
        <FieldStack>
          <ErrorSummary errors={errors} attempt={attempt} />
          <RadioGroup
            name="giverPersonId"
            label={w('consent.overview.mindWho')}
            options={givers.map((id) => ({ value: id, label: nameOf(view, id) }))}
            value={form.giverPersonId}
            error={wrong('giverPersonId')}
            onChange={(giverPersonId) => set({ giverPersonId })}
          />
          <RadioGroup
            name="scope"
            label={w('consent.overview.mindScope')}
            options={WITHDRAWAL_SCOPES.map((scope) => ({
              value: scope,
              label: w(`consent.overview.scopes.${scope}`),
            }))}
            value={form.scope}
            error={wrong('scope')}
            onChange={(scope) => set({ scope })}
          />
          {form.scope === 'SERVICE' && (
            <Select
              name="recipientId"
              label={w('consent.overview.mindRecipient')}
              options={recipients.map(({ recipientId, name }) => ({ value: recipientId, label: name }))}
              value={form.recipientId}
              error={wrong('recipientId')}
              onChange={(event) => set({ recipientId: event.target.value })}
            />
          )}
          {form.scope === 'CATEGORY' && (
            <Select
              name="category"
              label={w('consent.overview.mindKind')}
              options={kinds.map((code) => ({ value: code, label: labelOf(INFORMATION_CATEGORIES, code) }))}
              value={form.category}
              error={wrong('category')}
              onChange={(event) => set({ category: event.target.value })}
            />
          )}
          <Select
            name="how"
            label={w('consent.overview.mindHow')}
            options={WITHDRAWAL_WAYS.rows.map(({ code, label }) => ({ value: code, label }))}
            value={form.how}
            error={wrong('how')}
            onChange={(event) => set({ how: event.target.value })}
          />
          <DateField
            name="receivedOn"
            label={w('consent.overview.mindWhen')}
            value={form.receivedOn}
            error={wrong('receivedOn')}
            onChange={(receivedOn) => set({ receivedOn })}
          />
          <div>
            <Button kind="outlined" type="submit" disabled={send.isPending}>
              {w('consent.overview.mindSave')}
            </Button>
          </div>
        </FieldStack>
      </form>
    </Card>
  );
}

function nameOf(view: AgreementsView, personId: string): string {
  const giver = view.subjects.flatMap((subject) => subject.givers).find((each) => each.personId === personId);
  return giver?.name ?? view.acts.find((act) => act.giverPersonId === personId)?.giverName ?? '';
}

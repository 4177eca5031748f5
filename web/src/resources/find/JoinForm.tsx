import { useEffect, useRef, useState } from 'react';
import type { AskToJoin, JoinAskedView } from '@encircle/shared/joining';
import { useWords } from '@web/i18n/useWords';
import { useProblemWords } from '@web/pages/useProblemWords';
import { useMe } from '@web/providers/me';
import { errorsOf, Problem } from '@web/providers/problem';
import { useSend } from '@web/providers/useGet';
import { Button } from '@web/ui/Button';
import { Card } from '@web/ui/Card';
import { ErrorSummary, type FormError } from '@web/ui/ErrorSummary';
import { Actions, FieldStack } from '@web/ui/layout';
import { Notice } from '@web/ui/Notice';
import { TextArea } from '@web/ui/TextArea';
import { detailsOf, purposeFor, reasonOf, type FindForm } from './find.model';

/** Asks whoever leads to be let in. The same details go once more: the answer named no record. */
export function JoinForm({ form, onDone }: { form: FindForm; onDone: () => void }) {
  const w = useWords();
  const say = useProblemWords();
  const { membership } = useMe();
  const [why, setWhy] = useState('');
  const [errors, setErrors] = useState<FormError[]>([]);
  const [attempt, setAttempt] = useState(0);
  const [answer, setAnswer] = useState<JoinAskedView | null>(null);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  const send = useSend<AskToJoin, JoinAskedView>('/my/join-requests', {
    purpose: purposeFor(membership.role, form.why ?? 'other'),
    reason: reasonOf(form),
    refresh: ['/my/join-requests'],
  });
  const ask = async () => {
    setAttempt((n) => n + 1);
    try {
      setAnswer(await send.mutateAsync({ ...detailsOf(form), why: why.trim() }));
    } catch (error) {
      const fields = error instanceof Problem ? errorsOf(error) : [];
      const detail = error instanceof Problem ? error.detail : '';
      setErrors(fields.length > 0 ? fields : [{ message: detail || say(error) }]);
    }
  };
  if (answer)
    return (
      <Notice kind={answer.asked ? 'good' : 'amber'}>
        {w(answer.asked ? 'find.join.sent' : 'find.join.nothing')}
      </Notice>
    );
  return (
    <div ref={box} tabIndex={-1} style={{ outline: 'none' }}>
      <Card title={w('find.join.title')} note={w('find.join.note')}>
        <FieldStack>
          <ErrorSummary errors={errors} attempt={attempt} />
          <TextArea
            name="why"
            label={w('find.join.why')}
            hint={w('find.join.whyHint')}
            rows={3}
            maxLength={1000}
            value={why}
            error={errors.find((error) => error.field === 'why')?.message}
            onChange={(event) => setWhy(event.target.value)}
          />
          <Actions>
            <Button kind="filled" disabled={send.isPending} onClick={() => void ask()}>
              {w('find.join.send')}
            </Button>
            <Button kind="quiet" onClick={onDone}>
              {w('find.join.cancel')}
            </Button>
          </Actions>
        </FieldStack>
      </Card>
    </div>
  );
}

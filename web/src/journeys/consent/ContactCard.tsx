import { useState, type FormEvent } from 'react';
import type { AskForContact, ContactRequestsView, SensitiveServicesView } from '@encircle/shared/sensitive';
import { INFORMATION_CATEGORIES, labelOf } from '@encircle/shared/codes';
import { useWords } from '@web/i18n/useWords';
import { useProblemWords } from '@web/pages/useProblemWords';
import { errorsOf, Problem } from '@web/providers/problem';
import { useGet, useSend } from '@web/providers/useGet';
import { Button } from '@web/ui/Button';
import { Card } from '@web/ui/Card';
import { ErrorSummary, type FormError } from '@web/ui/ErrorSummary';
import { FieldStack, Stack } from '@web/ui/layout';
import { RadioGroup } from '@web/ui/RadioGroup';
import { TextArea } from '@web/ui/TextArea';

/** The children one may ask about. */
export type ContactSubjects = readonly { personId: string; name: string }[];

/**
 * Specialist services, as far as the reader may know, and the way to one they may not know of. A no and no service read
 * the same. Not there at all for who is not on the team.
 */
export function ContactCard({ caseId, subjects }: { caseId: string; subjects: ContactSubjects }) {
  const w = useWords();
  const here = useGet<SensitiveServicesView>(`/episodes/${caseId}/sensitive-services`);
  const asked = useGet<ContactRequestsView>(`/episodes/${caseId}/contact-requests`);
  const [open, setOpen] = useState(false);
  if (!here.data || !asked.data) return null;
  return (
    <Card title={w('consent.contact.title')} note={w('consent.contact.note')}>
      <Stack>
        {here.data.line && <p>{w('consent.contact.line')}</p>}
        {here.data.items.length > 0 && (
          <ul>
            {here.data.items.map(({ id, category, service, worker, phone }) => (
              <li key={id}>
                {[service, worker, phone].filter(Boolean).join(', ')} (
                {labelOf(INFORMATION_CATEGORIES, category).toLowerCase()})
              </li>
            ))}
          </ul>
        )}
        {asked.data.items.length > 0 && (
          <ul>
            {asked.data.items.map(({ id, reason, answered, words }) => (
              <li key={id}>
                “{reason}” {words ?? w(answered ? 'consent.contact.nothing' : 'consent.contact.waiting')}
              </li>
            ))}
          </ul>
        )}
        {open ? (
          <AskForm caseId={caseId} subjects={subjects} onDone={() => setOpen(false)} />
        ) : (
          <div>
            <Button onClick={() => setOpen(true)}>{w('consent.contact.ask')}</Button>
          </div>
        )}
      </Stack>
    </Card>
  );
}

function AskForm({
  caseId,
  subjects,
  onDone,
}: {
  caseId: string;
  subjects: ContactSubjects;
  onDone: () => void;
}) {
  const w = useWords();
  const say = useProblemWords();
  const [reason, setReason] = useState('');
  const [subjectId, setSubjectId] = useState(subjects.length === 1 ? (subjects[0]?.personId ?? '') : '');
  const [errors, setErrors] = useState<FormError[]>([]);
  const [attempt, setAttempt] = useState(0);
  const send = useSend<AskForContact, ContactRequestsView>(`/episodes/${caseId}/contact-requests`, {
    refresh: [`/episodes/${caseId}/contact-requests`],
  });
  const wrong = (field: string) => errors.find((error) => error.field === field)?.message;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setAttempt((n) => n + 1);
    try {
      await send.mutateAsync({ ...(subjectId ? { subjectId } : {}), reason });
      onDone();
    } catch (error) {
      const fields = error instanceof Problem ? errorsOf(error) : [];
      setErrors(fields.length > 0 ? fields : [{ message: say(error) }]);
    }
  };
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <FieldStack>
        <ErrorSummary errors={errors} attempt={attempt} />
        {subjects.length > 1 && (
          <RadioGroup
            name="subjectId"
            label={w('consent.who.child')}
            options={subjects.map(({ personId, name }) => ({ value: personId, label: name }))}
            value={subjectId}
            error={wrong('subjectId')}
            onChange={setSubjectId}
          />
        )}
        <TextArea
          name="reason"
          label={w('consent.contact.reason')}
          hint={w('consent.contact.reasonHint')}
          rows={3}
          maxLength={1000}
          value={reason}
          error={wrong('reason')}
          onChange={(event) => setReason(event.target.value)}
        />
        <div>
          <Button type="submit" disabled={send.isPending}>
            {w('consent.contact.send')}
          </Button>
        </div>
      </FieldStack>
    </form>
  );
}

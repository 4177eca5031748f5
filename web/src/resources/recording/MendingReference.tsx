import type { ReactNode } from 'react';
import { formatLong, formatShort, isCivilDate, londonDate } from '@encircle/shared/dates';
import type { RepairView } from '@encircle/shared/recording';
import { useWords } from '@web/i18n/useWords';
import { Button } from '@web/ui/Button';
import { Dialog } from '@web/ui/Dialog';
import { ErrorSummary, type FormError } from '@web/ui/ErrorSummary';
import { FieldStack } from '@web/ui/layout';
import { Select } from '@web/ui/Select';
import { TextArea } from '@web/ui/TextArea';
import { TextInput } from '@web/ui/TextInput';
import { childrenIn } from './mend.model';

interface MendDialogProps {
  title: string;
  /** Last day on which it may be mended. */
  until: string;
  form: {
    errors: readonly FormError[];
    attempt: number;
    wrong: (field: string) => string | undefined;
    busy: boolean;
  };
  reason: string;
  /** The reason may name another family, so only an auditor reads it. */
  hidden?: boolean;
  onReason: (reason: string) => void;
  onSave: () => void;
  onDone: () => void;
  children: ReactNode;
}

/** Whoever wrote something puts it right: what is wrong, and how it came about. */
export function MendDialog(props: MendDialogProps) {
  const { title, until, form, reason, hidden = false, onReason, onSave, onDone, children } = props;
  const w = useWords();
  return (
    <Dialog
      open
      title={title}
      onClose={onDone}
      actions={
        <>
          <Button kind="filled" onClick={onSave} disabled={form.busy}>
            {w('recording.mend.save')}
          </Button>
          <Button kind="quiet" onClick={onDone}>
            {w('recording.mend.leave')}
          </Button>
        </>
      }
    >
      <FieldStack>
        <p>{w('recording.mend.body', { date: formatLong(until) })}</p>
        <ErrorSummary errors={form.errors} attempt={form.attempt} />
        {children}
        <TextArea
          name="reason"
          rows={2}
          maxLength={500}
          label={w('recording.mend.reason')}
          hint={w(hidden ? 'recording.mend.reasonHidden' : 'recording.mend.reasonHint')}
          error={form.wrong('reason')}
          value={reason}
          onChange={(event) => onReason(event.target.value)}
        />
      </FieldStack>
    </Dialog>
  );
}

interface OtherRecordProps {
  form: {
    wrong: (field: string) => string | undefined;
    /** What the API refused with: it names the children once it knows the record. */
    data: Readonly<Record<string, unknown>> | undefined;
  };
  hint: string;
  value: { ref?: string; subjectId?: string };
  onChange: (part: { ref?: string; subjectId?: string }) => void;
}

/** The reference of the record something belongs on; of several children there, whose it is, once the record is known. */
export function OtherRecord({ form, hint, value, onChange }: OtherRecordProps) {
  const w = useWords();
  const there = childrenIn(form.data);
  return (
    <>
      <TextInput
        name="ref"
        label={w('recording.mend.ref')}
        hint={hint}
        error={form.wrong('ref')}
        value={value.ref ?? ''}
        onChange={(event) => onChange({ ref: event.target.value, subjectId: '' })}
      />
      {there.length > 0 && (
        <Select
          name="subjectId"
          label={w('recording.mend.child')}
          error={form.wrong('subjectId')}
          options={there.map(({ id, name }) => ({ value: id, label: name }))}
          value={value.subjectId ?? ''}
          onChange={(event) => onChange({ subjectId: event.target.value })}
        />
      )}
    </>
  );
}

interface RepairLinesProps {
  repairs: readonly RepairView[];
  nameOf?: (id: string) => string | undefined;
}

/** That something was mended, by whom and why; what stood there before comes for an auditor only. */
export function RepairLines({ repairs, nameOf = () => undefined }: RepairLinesProps) {
  const w = useWords();
  if (repairs.length === 0) return null;
  const value = (text: string) => (isCivilDate(text) ? formatLong(text) : (nameOf(text) ?? text));
  const line = ({ what, at, by, reason, away }: RepairView) =>
    w(reason === null ? 'recording.mend.was' : 'recording.mend.wasWhy', {
      what: w(what === 'CASE' && away ? 'recording.mend.mended.AWAY' : `recording.mend.mended.${what}`),
      date: formatShort(londonDate(at)),
      name: by ?? '',
      reason: reason ?? '',
    });
  return (
    <ul style={{ listStyle: 'none', padding: 0, margin: '12px 0 0', color: 'var(--ink-soft)' }}>
      {repairs.map((repair, index) => (
        <li key={`${repair.what} ${repair.at} ${index}`}>
          {line(repair)}
          {repair.before !== null && (
            <span style={{ display: 'block', whiteSpace: 'pre-line' }}>
              {w('recording.mend.before', { text: value(repair.before) })}
            </span>
          )}
          {repair.after !== null && (
            <span style={{ display: 'block' }}>
              {w('recording.mend.after', { text: value(repair.after) })}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}

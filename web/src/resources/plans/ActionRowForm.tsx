import { styled } from '@mui/material/styles';
import { useEffect, useRef, useState } from 'react';
import { ACTION_STATUSES } from '@encircle/shared/codes';
import type { ActionView } from '@encircle/shared/plans';
import { useWords } from '@web/i18n/useWords';
import { Button } from '@web/ui/Button';
import { DateField } from '@web/ui/DateField';
import { Actions } from '@web/ui/layout';
import { Select } from '@web/ui/Select';
import { TextArea } from '@web/ui/TextArea';
import { TextInput } from '@web/ui/TextInput';
import { nextStatuses } from './status.model';
import type { PlanWrite } from './plan-write';

const Shell = styled('form')({
  display: 'grid',
  gap: 12,
  padding: '12px 24px 16px',
  background: 'var(--teal-pale)',
  borderTop: '1px solid var(--line)',
  '& .line': { display: 'grid', gap: 12, gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)' },
  '@media (max-width: 599px)': { padding: 16, '& .line': { gridTemplateColumns: 'minmax(0, 1fr)' } },
});

interface ActionRowFormProps {
  action: ActionView;
  meetingId: string | null;
  write: PlanWrite;
  onDone: () => void;
}

/** The one tinted row: what happened, by when, and how it is. Control and Enter keep it. */
export function ActionRowForm({ action, meetingId, write, onDone }: ActionRowFormProps) {
  const w = useWords();
  const [comment, setComment] = useState('');
  const [byWhen, setByWhen] = useState(action.byWhen);
  const [status, setStatus] = useState(action.status);
  const [reason, setReason] = useState('');
  const first = useRef<HTMLTextAreaElement>(null);
  useEffect(() => first.current?.focus(), []);
  const keep = async () => {
    const done = await write(
      `/actions/${action.id}`,
      {
        version: action.version,
        ...(comment.trim() ? { comment } : {}),
        ...(byWhen !== action.byWhen ? { byWhen } : {}),
        ...(status !== action.status ? { status } : {}),
        ...(reason.trim() ? (status === 'TRANSFERRED' ? { transferredTo: reason } : { reason }) : {}),
        ...(meetingId === null ? {} : { meetingId }),
      },
      'PATCH',
    );
    if (done) onDone();
  };
  return (
    <Shell
      onSubmit={(event) => {
        event.preventDefault();
        void keep();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void keep();
        if (event.key === 'Escape') onDone();
      }}
    >
      <TextArea
        ref={first}
        name={`progress-${action.id}`}
        label={w('plans.progress', { text: action.text })}
        value={comment}
        onChange={(event) => setComment(event.target.value)}
      />
      <div className="line">
        <DateField name={`by-${action.id}`} label={w('plans.byWhen')} value={byWhen} onChange={setByWhen} />
        <Select
          name={`how-${action.id}`}
          label={w('plans.how')}
          empty={false}
          options={nextStatuses(action).map((code) => ({
            value: code,
            label: ACTION_STATUSES.rows.find((row) => row.code === code)?.label ?? code,
          }))}
          value={status}
          onChange={(event) => setStatus(event.target.value)}
        />
      </div>
      {(status === 'CANCELLED' || status === 'TRANSFERRED') && (
        <TextInput
          name={`reason-${action.id}`}
          label={w(status === 'CANCELLED' ? 'plans.why' : 'plans.toWhom')}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      )}
      <Actions>
        <Button type="submit" size="small">
          {w('plans.keep')}
        </Button>
        <Button size="small" kind="quiet" onClick={onDone}>
          {w('plans.leave')}
        </Button>
      </Actions>
    </Shell>
  );
}

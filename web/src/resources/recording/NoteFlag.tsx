import { useState } from 'react';
import { formatLong, londonDate } from '@encircle/shared/dates';
import type { FlagNote, NoteFlagView, NoteView } from '@encircle/shared/recording';
import { useWords } from '@web/i18n/useWords';
import { useForm } from '@web/pages/useForm';
import { ReferralStatus } from '@web/resources/safeguarding/ReferralStatusReference';
import { Button } from '@web/ui/Button';
import { Dialog } from '@web/ui/Dialog';
import { ErrorSummary } from '@web/ui/ErrorSummary';
import { Actions, FieldStack } from '@web/ui/layout';
import { RadioGroup } from '@web/ui/RadioGroup';
import { TextArea } from '@web/ui/TextArea';

/** What a child said in confidence, marked as something that may have to be shared: who said so, and where it went. */
export function NoteFlag({
  note,
  flag,
  episodeId,
}: {
  note: NoteView;
  flag: NoteFlagView;
  episodeId: string;
}) {
  const w = useWords();
  const told =
    flag.childTold === 'YES'
      ? w('recording.flag.told')
      : w('recording.flag.notTold', { reason: flag.notToldReason ?? '' });
  return (
    <div style={{ marginTop: 12, display: 'grid', gap: 8 }}>
      <p>
        {w('recording.flag.by', { name: flag.flaggedBy ?? '', date: formatLong(londonDate(flag.flaggedAt)) })}{' '}
        {told}
      </p>
      <Actions>
        {flag.referral ? (
          <>
            <Button kind="neutral" size="small" to={`/safeguarding/${flag.referral.id}`}>
              {w('recording.flag.referral', { date: formatLong(londonDate(flag.referral.sentAt)) })}
            </Button>
            <ReferralStatus status={flag.referral.status} />
          </>
        ) : (
          <>
            <Button kind="neutral" size="small" to={`/safeguarding/refer?case=${episodeId}&note=${note.id}`}>
              {w('recording.flag.refer')}
            </Button>
            <Button kind="quiet" size="small" to={`/cases/${episodeId}/share`}>
              {w('recording.flag.share')}
            </Button>
          </>
        )}
      </Actions>
    </div>
  );
}

/** Asked before it is marked: whether the child knows (rule 6.6), and why not. */
export function FlagNoteDialog({
  note,
  episodeId,
  onDone,
}: {
  note: NoteView;
  episodeId: string;
  onDone: () => void;
}) {
  const w = useWords();
  const form = useForm<Partial<FlagNote>>(`/notes/${note.id}/flag`, { refresh: [`/episodes/${episodeId}`] });
  const [value, setValue] = useState<Partial<FlagNote>>({});
  const save = () =>
    void form
      .send(value.childTold === 'NO' ? value : value.childTold ? { childTold: value.childTold } : {})
      .then((done) => {
        if (done !== null) onDone();
      });
  return (
    <Dialog
      open
      title={w('recording.flag.title')}
      onClose={onDone}
      actions={
        <>
          <Button kind="filled" onClick={save} disabled={form.busy}>
            {w('recording.flag.act')}
          </Button>
          <Button kind="quiet" onClick={onDone}>
            {w('recording.flag.leave')}
          </Button>
        </>
      }
    >
      <FieldStack>
        <p>{w('recording.flag.body')}</p>
        <ErrorSummary errors={form.errors} attempt={form.attempt} />
        <RadioGroup
          name="childTold"
          label={w('recording.flag.childTold')}
          options={[
            { value: 'YES', label: w('recording.flag.yes') },
            { value: 'NO', label: w('recording.flag.no') },
          ]}
          value={value.childTold}
          error={form.wrong('childTold')}
          onChange={(childTold) =>
            setValue((old) => ({ ...old, childTold: childTold as FlagNote['childTold'] }))
          }
        />
        {value.childTold === 'NO' && (
          <TextArea
            name="notToldReason"
            rows={2}
            maxLength={1000}
            label={w('recording.flag.whyNot')}
            value={value.notToldReason ?? ''}
            error={form.wrong('notToldReason')}
            onChange={(event) => setValue((old) => ({ ...old, notToldReason: event.target.value }))}
          />
        )}
      </FieldStack>
    </Dialog>
  );
}

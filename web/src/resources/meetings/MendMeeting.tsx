import { useState } from 'react';
import type { MeetingView, RepairMeeting } from '@encircle/shared/meetings';
import { useWords } from '@web/i18n/useWords';
import { useForm } from '@web/pages/useForm';
import { useToday } from '@web/providers/me';
import { MendDialog, RepairLines } from '@web/resources/recording/MendingReference';
import { Button } from '@web/ui/Button';
import { DateField } from '@web/ui/DateField';

/** How the day of a meeting was mended; for whoever recorded it, the way to mend it. */
export function MendMeeting({ meeting }: { meeting: MeetingView }) {
  const w = useWords();
  const today = useToday();
  const [open, setOpen] = useState(false);
  const until = meeting.mendUntil;
  return (
    <>
      <RepairLines repairs={meeting.repairs} />
      {until !== null && today <= until && (
        <div style={{ marginTop: 12 }}>
          <Button kind="quiet" size="small" onClick={() => setOpen(true)}>
            {w('meetings.mend.act')}
          </Button>
        </div>
      )}
      {open && until !== null && <MendDay meeting={meeting} until={until} onDone={() => setOpen(false)} />}
    </>
  );
}

interface MendDayProps {
  meeting: MeetingView;
  until: string;
  onDone: () => void;
}

function MendDay({ meeting, until, onDone }: MendDayProps) {
  const w = useWords();
  const form = useForm<RepairMeeting>(`/meetings/${meeting.id}/repairs`, {
    refresh: [`/meetings/${meeting.id}`, `/episodes/${meeting.episodeId}`, '/my/'],
  });
  const [heldOn, setHeldOn] = useState('');
  const [reason, setReason] = useState('');
  const save = () =>
    void form.send({ version: meeting.version, heldOn, reason }).then((done) => {
      if (done !== null) onDone();
    });
  return (
    <MendDialog
      title={w('meetings.mend.title')}
      until={until}
      form={form}
      reason={reason}
      onReason={setReason}
      onSave={save}
      onDone={onDone}
    >
      <DateField
        name="heldOn"
        label={w('meetings.mend.heldOn')}
        hint={w('meetings.mend.heldOnHint')}
        error={form.wrong('heldOn')}
        value={heldOn}
        onChange={setHeldOn}
      />
    </MendDialog>
  );
}

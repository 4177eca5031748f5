import { useState } from 'react';
import type { NoteView, StrikeNote as Strike } from '@encircle/shared/recording';
import { useWords } from '@web/i18n/useWords';
import { useProblemWords } from '@web/pages/useProblemWords';
import { useSend } from '@web/providers/useGet';
import { Button } from '@web/ui/Button';
import { Dialog } from '@web/ui/Dialog';
import { TextArea } from '@web/ui/TextArea';

export interface StrikeNoteProps {
  note: NoteView;
  episodeId: string;
  onDone: () => void;
}

const SHORTEST = 3;

/** Cannot be taken back, so it is asked first, with the reason. */
export function StrikeNote({ note, episodeId, onDone }: StrikeNoteProps) {
  const w = useWords();
  const say = useProblemWords();
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const send = useSend<Strike, NoteView>(`/notes/${note.id}`, {
    method: 'PATCH',
    refresh: [`/episodes/${episodeId}`],
  });
  const strike = () => {
    if (reason.trim().length < SHORTEST) return setMissing(true);
    return send.mutate({ version: note.version, reason: reason.trim() }, { onSuccess: onDone });
  };
  const error = missing ? w('recording.strike.missing') : send.error ? say(send.error) : undefined;
  return (
    <Dialog
      open
      title={w('recording.strike.title')}
      onClose={onDone}
      actions={
        <>
          <Button kind="filled" onClick={strike} disabled={send.isPending}>
            {w('recording.strike.act')}
          </Button>
          <Button kind="quiet" onClick={onDone}>
            {w('recording.strike.keep')}
          </Button>
        </>
      }
    >
      <p style={{ marginBottom: 16 }}>{w('recording.strike.body')}</p>
      <TextArea
        name="reason"
        rows={2}
        label={w('recording.strike.reason')}
        hint={w('recording.strike.reasonHint')}
        error={error}
        value={reason}
        onChange={(event) => {
          setMissing(false);
          setReason(event.target.value);
        }}
      />
    </Dialog>
  );
}

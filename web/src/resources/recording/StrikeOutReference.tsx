import { useState } from 'react';
import { useWords } from '@web/i18n/useWords';
import { useProblemWords } from '@web/pages/useProblemWords';
import { useSend } from '@web/providers/useGet';
import { Button } from '@web/ui/Button';
import { Dialog } from '@web/ui/Dialog';
import { TextArea } from '@web/ui/TextArea';

export interface StrikeOutReferenceProps {
  /** Where what is struck out stands: `/notes/…`, `/documents/…`, `/outcome-evidence/…`. */
  path: string;
  version: number;
  episodeId: string;
  words: 'recording.strike' | 'documents.strikeOut' | 'claims.strike';
  onDone: () => void;
}

const SHORTEST = 3;

/** Cannot be taken back, so it is asked first, with the reason. */
export function StrikeOutReference({ path, version, episodeId, words, onDone }: StrikeOutReferenceProps) {
  const w = useWords();
  const say = useProblemWords();
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const send = useSend<{ version: number; reason: string }>(path, {
    method: 'PATCH',
    refresh: [`/episodes/${episodeId}`],
  });
  const strike = () => {
    if (reason.trim().length < SHORTEST) return setMissing(true);
    return send.mutate({ version, reason: reason.trim() }, { onSuccess: onDone });
  };
  const error = missing ? w(`${words}.missing`) : send.error ? say(send.error) : undefined;
  return (
    <Dialog
      open
      title={w(`${words}.title`)}
      onClose={onDone}
      actions={
        <>
          <Button kind="filled" onClick={strike} disabled={send.isPending}>
            {w(`${words}.act`)}
          </Button>
          <Button kind="quiet" onClick={onDone}>
            {w(`${words}.keep`)}
          </Button>
        </>
      }
    >
      <p style={{ marginBottom: 16 }}>{w(`${words}.body`)}</p>
      <TextArea
        name="reason"
        rows={2}
        label={w(`${words}.reason`)}
        hint={w(`${words}.reasonHint`)}
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

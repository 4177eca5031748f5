import { useState } from 'react';
import type { DocumentView, StrikeDocument as Strike } from '@encircle/shared/documents';
import { useWords } from '@web/i18n/useWords';
import { useProblemWords } from '@web/pages/useProblemWords';
import { useSend } from '@web/providers/useGet';
import { Button } from '@web/ui/Button';
import { Dialog } from '@web/ui/Dialog';
import { TextArea } from '@web/ui/TextArea';

export interface StrikeDocumentProps {
  document: DocumentView;
  episodeId: string;
  onDone: () => void;
}

const SHORTEST = 3;

/** Cannot be taken back, so it is asked first, with the reason. */
export function StrikeDocument({ document, episodeId, onDone }: StrikeDocumentProps) {
  const w = useWords();
  const say = useProblemWords();
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const send = useSend<Strike, DocumentView>(`/documents/${document.id}`, {
    method: 'PATCH',
    refresh: [`/episodes/${episodeId}`],
  });
  const strike = () => {
    if (reason.trim().length < SHORTEST) return setMissing(true);
    return send.mutate({ version: document.version, reason: reason.trim() }, { onSuccess: onDone });
  };
  const error = missing ? w('documents.strikeOut.missing') : send.error ? say(send.error) : undefined;
  return (
    <Dialog
      open
      title={w('documents.strikeOut.title')}
      onClose={onDone}
      actions={
        <>
          <Button kind="filled" onClick={strike} disabled={send.isPending}>
            {w('documents.strikeOut.act')}
          </Button>
          <Button kind="quiet" onClick={onDone}>
            {w('documents.strikeOut.keep')}
          </Button>
        </>
      }
    >
      <p style={{ marginBottom: 16 }}>{w('documents.strikeOut.body')}</p>
      <TextArea
        name="reason"
        rows={2}
        label={w('documents.strikeOut.reason')}
        hint={w('documents.strikeOut.reasonHint')}
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

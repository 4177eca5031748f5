import { useState } from 'react';
import type { BlockView, EndBlock } from '@encircle/shared/restrictions';
import { useWords } from '@web/i18n/useWords';
import { useProblemWords } from '@web/pages/useProblemWords';
import { useSend } from '@web/providers/useGet';
import { Button } from '@web/ui/Button';
import { Dialog } from '@web/ui/Dialog';
import { FieldStack } from '@web/ui/layout';
import { Notice } from '@web/ui/Notice';
import { TextArea } from '@web/ui/TextArea';

/** Lifting asks for its reason: it opens a record to somebody it was closed to. */
export function EndBlockDialog({ block, onClose }: { block: BlockView; onClose: () => void }) {
  const w = useWords();
  const say = useProblemWords();
  const [reason, setReason] = useState('');
  const send = useSend<EndBlock, BlockView>(`/blocks/${block.id}/end`, { refresh: ['/blocks', '/episodes'] });
  const wrong = send.error?.fields['reason']?.[0];
  return (
    <Dialog
      open
      title={w('restrictions.list.endTitle', { name: block.worker })}
      onClose={onClose}
      actions={
        <>
          <Button
            kind="filled"
            disabled={send.isPending}
            onClick={() => send.mutate({ reason, version: block.version }, { onSuccess: onClose })}
          >
            {w('restrictions.list.endSave')}
          </Button>
          <Button kind="quiet" onClick={onClose}>
            {w('restrictions.form.cancel')}
          </Button>
        </>
      }
    >
      <FieldStack>
        <p>{w('restrictions.list.endNote')}</p>
        {send.error && !wrong && <Notice kind="red">{say(send.error)}</Notice>}
        <TextArea
          name="reason"
          label={w('restrictions.list.endReason')}
          rows={3}
          value={reason}
          error={wrong}
          onChange={(event) => setReason(event.target.value)}
        />
      </FieldStack>
    </Dialog>
  );
}

import { useState } from 'react';
import type { ReviewShield, ShieldView } from '@encircle/shared/restrictions';
import { addMonths } from '@encircle/shared/dates';
import { useWords } from '@web/i18n/useWords';
import { useProblemWords } from '@web/pages/useProblemWords';
import { useToday } from '@web/providers/me';
import { useSend } from '@web/providers/useGet';
import { Button } from '@web/ui/Button';
import { DateField } from '@web/ui/DateField';
import { Dialog } from '@web/ui/Dialog';
import { FieldStack } from '@web/ui/layout';
import { Notice } from '@web/ui/Notice';
import { TextArea } from '@web/ui/TextArea';

/** Looked at and kept for up to three months more. To open it is another act, of two people. */
export function ReviewShieldDialog({ shield, onClose }: { shield: ShieldView; onClose: () => void }) {
  const w = useWords();
  const say = useProblemWords();
  const today = useToday();
  const [reason, setReason] = useState('');
  const [reviewOn, setReviewOn] = useState<string>(addMonths(today, 3));
  const send = useSend<ReviewShield, ShieldView>(`/shields/${shield.id}/reviews`, {
    refresh: ['/shields', '/my'],
  });
  const wrong = (field: string): string | undefined => send.error?.fields[field]?.[0];
  return (
    <Dialog
      open
      title={w('restrictions.shields.reviewTitle', { ref: shield.episodeRef ?? '' })}
      onClose={onClose}
      actions={
        <>
          <Button
            kind="filled"
            disabled={send.isPending}
            onClick={() => send.mutate({ reason, reviewOn, version: shield.version }, { onSuccess: onClose })}
          >
            {w('restrictions.shields.reviewSave')}
          </Button>
          <Button kind="quiet" onClick={onClose}>
            {w('restrictions.form.cancel')}
          </Button>
        </>
      }
    >
      <FieldStack>
        {send.error && !wrong('reason') && !wrong('reviewOn') && (
          <Notice kind="red">{say(send.error)}</Notice>
        )}
        <p>{w('restrictions.shields.reviewNote')}</p>
        <TextArea
          name="reason"
          label={w('restrictions.shields.reviewReason')}
          rows={3}
          maxLength={1000}
          value={reason}
          error={wrong('reason')}
          onChange={(event) => setReason(event.target.value)}
        />
        <DateField
          name="reviewOn"
          label={w('restrictions.shields.reviewNext')}
          value={reviewOn}
          error={wrong('reviewOn')}
          onChange={setReviewOn}
        />
      </FieldStack>
    </Dialog>
  );
}

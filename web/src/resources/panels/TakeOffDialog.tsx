import { useState } from 'react';
import { OFF_AGENDA_REASONS, type OffAgendaReason, type PanelItemView } from '@encircle/shared/panels';
import { useWords } from '@web/i18n/useWords';
import { useForm } from '@web/pages/useForm';
import { Button } from '@web/ui/Button';
import { Dialog } from '@web/ui/Dialog';
import { ErrorSummary } from '@web/ui/ErrorSummary';
import { RadioGroup } from '@web/ui/RadioGroup';

interface TakeOffDialogProps {
  item: PanelItemView;
  what: string;
  onClose: () => void;
}

export function TakeOffDialog({ item, what, onClose }: TakeOffDialogProps) {
  const w = useWords();
  const [reason, setReason] = useState<OffAgendaReason | null>(null);
  const form = useForm<{ version: number; reason: OffAgendaReason | null }>(
    `/panel-items/${item.id}/withdrawal`,
    { refresh: ['/panel-days', `/episodes/${item.episodeId ?? ''}`] },
  );
  const send = async () => {
    if (await form.send({ version: item.version, reason })) onClose();
  };
  return (
    <Dialog
      open
      title={w('panels.agenda.offQuestion', { what })}
      onClose={onClose}
      actions={
        <>
          <Button kind="filled" disabled={form.busy} onClick={() => void send()}>
            {w('panels.agenda.off')}
          </Button>
          <Button kind="neutral" onClick={onClose}>
            {w('panels.agenda.keep')}
          </Button>
        </>
      }
    >
      <ErrorSummary errors={form.errors} attempt={form.attempt} />
      <p>{w('panels.agenda.offNote')}</p>
      <RadioGroup
        name="reason"
        label={w('panels.agenda.offWhy')}
        options={OFF_AGENDA_REASONS.map((each) => ({ value: each, label: w(`panels.reasons.${each}`) }))}
        value={reason}
        error={form.wrong('reason')}
        onChange={(each) => setReason(each as OffAgendaReason)}
      />
    </Dialog>
  );
}

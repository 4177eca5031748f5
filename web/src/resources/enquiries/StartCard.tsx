import { useNavigate } from 'react-router';
import type { EnquiryView, StartFromEnquiry } from '@encircle/shared/enquiries';
import { useWords } from '@web/i18n/useWords';
import { useProblemWords } from '@web/pages/useProblemWords';
import { useSend } from '@web/providers/useGet';
import { Button } from '@web/ui/Button';
import { Card } from '@web/ui/Card';
import { Actions, Stack } from '@web/ui/layout';
import { Notice } from '@web/ui/Notice';

/** Whoever took it up begins a record with what was asked; a record there is, is joined instead. */
export function StartCard({ view }: { view: EnquiryView }) {
  const w = useWords();
  const say = useProblemWords();
  const go = useNavigate();
  const send = useSend<StartFromEnquiry, EnquiryView>(`/enquiries/${view.id}/start`, {
    purpose: 'ASSESS',
    reason: 'STARTING',
    refresh: ['/enquiries', '/my'],
  });
  const start = async () => {
    const started = await send.mutateAsync({ version: view.version }).catch(() => null);
    if (started?.episodeId) await go(`/cases/${started.episodeId}`);
  };
  const isOpen = send.error?.code === 'EPISODE_OPEN';
  return (
    <Card title={w('enquiries.start.title')} note={w('enquiries.start.note')}>
      <Stack style={{ gap: 12 }}>
        {send.error && (
          <Notice kind="amber">
            {isOpen ? w('enquiries.start.open') : send.error.detail || say(send.error)}
          </Notice>
        )}
        {view.isUnborn && <p>{w('enquiries.start.unborn')}</p>}
        <Actions>
          {view.isUnborn || isOpen ? (
            <Button to="/find">{w(isOpen ? 'enquiries.join' : 'enquiries.start.find')}</Button>
          ) : (
            <Button kind="filled" disabled={send.isPending} onClick={() => void start()}>
              {w('enquiries.start.begin')}
            </Button>
          )}
        </Actions>
      </Stack>
    </Card>
  );
}

import { formatDate } from '@encircle/shared/dates';
import type { HeardView } from '@encircle/shared/enquiries';
import { useWords } from '@web/i18n/useWords';
import { Button } from '@web/ui/Button';
import { Card } from '@web/ui/Card';
import { Actions, Stack } from '@web/ui/layout';
import { Voice } from '@web/ui/Voice';

/** What the enquirer hears, and no more. */
export function HeardCard({ heard }: { heard: HeardView }) {
  const w = useWords();
  const taken = heard.outcome === 'CHECKLIST' || heard.outcome === 'CAF';
  return (
    <Card title={w('enquiries.heardTitle')}>
      <Stack style={{ gap: 12 }}>
        <p>
          <strong>{w(`enquiries.heard.${heard.outcome}`)}.</strong>{' '}
          {w('enquiries.heardOn', { date: formatDate(heard.on) })}{' '}
          {taken &&
            (heard.takenBy ? w('enquiries.takenBy', { service: heard.takenBy }) : w('enquiries.notTakenYet'))}
        </p>
        {heard.told && <Voice words={heard.told} from={w('enquiries.heardTitle')} />}
        {heard.outcome === 'TEAM_THERE' && (
          <Actions>
            <Button to="/find">{w('enquiries.join')}</Button>
          </Actions>
        )}
      </Stack>
    </Card>
  );
}

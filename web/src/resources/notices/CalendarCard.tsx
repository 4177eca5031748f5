import { useState } from 'react';
import { formatLong, londonDate } from '@encircle/shared/dates';
import type { CalendarFeedMade, CalendarFeedView } from '@encircle/shared/notices';
import { useWords } from '@web/i18n/useWords';
import { Loaded } from '@web/layout/Loaded';
import { useProblemWords } from '@web/pages/useProblemWords';
import { useGet, useSend } from '@web/providers/useGet';
import { Button } from '@web/ui/Button';
import { Card } from '@web/ui/Card';
import { FieldStack } from '@web/ui/layout';
import { TextInput } from '@web/ui/TextInput';

const PATH = '/my/calendar-feed';

/** One's own meetings in one's own calendar: the address is shown once, renewed and taken away here. */
export function CalendarCard() {
  const w = useWords();
  const say = useProblemWords();
  const query = useGet<CalendarFeedView>(PATH);
  const make = useSend<undefined, CalendarFeedMade>(PATH, { method: 'PUT', refresh: [PATH] });
  const drop = useSend<undefined>(PATH, { method: 'DELETE', refresh: [PATH] });
  const [address, setAddress] = useState('');
  const [said, setSaid] = useState('');
  const renew = async () => {
    try {
      setAddress((await make.mutateAsync(undefined)).address);
      setSaid(w('notices.calendar.made'));
    } catch (error) {
      setSaid(say(error));
    }
  };
  const takeAway = async () => {
    try {
      await drop.mutateAsync(undefined);
      setAddress('');
      setSaid(w('notices.calendar.gone'));
    } catch (error) {
      setSaid(say(error));
    }
  };
  return (
    <Card title={w('notices.calendar.title')} note={w('notices.calendar.note')}>
      <Loaded query={query}>
        {({ active, madeAt }) => (
          <FieldStack>
            {madeAt !== null && (
              <p>{w('notices.calendar.since', { date: formatLong(londonDate(madeAt)) })}</p>
            )}
            {address !== '' && (
              <TextInput
                name="calendarAddress"
                label={w('notices.calendar.address')}
                hint={w('notices.calendar.once')}
                value={address}
                readOnly
                onFocus={(event) => event.target.select()}
              />
            )}
            <div style={{ display: 'flex', flexWrap: 'wrap', gap: 12 }}>
              <Button onClick={() => void renew()} disabled={make.isPending}>
                {w(active ? 'notices.calendar.renew' : 'notices.calendar.make')}
              </Button>
              {active && (
                <Button onClick={() => void takeAway()} disabled={drop.isPending}>
                  {w('notices.calendar.drop')}
                </Button>
              )}
            </div>
            <p aria-live="polite">{said}</p>
          </FieldStack>
        )}
      </Loaded>
    </Card>
  );
}

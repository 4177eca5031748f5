import { useParams } from 'react-router';
import { formatLong } from '@encircle/shared/dates';
import type { PanelDayView } from '@encircle/shared/panels';
import { useWords } from '@web/i18n/useWords';
import { Loaded } from '@web/layout/Loaded';
import { useForm } from '@web/pages/useForm';
import { useToday } from '@web/providers/me';
import { useGet } from '@web/providers/useGet';
import { Button } from '@web/ui/Button';
import { ErrorSummary } from '@web/ui/ErrorSummary';
import { Stack } from '@web/ui/layout';
import { Notice } from '@web/ui/Notice';
import { PageTitle } from '@web/ui/PageTitle';
import { AgendaCard } from './AgendaCard';
import { BackToDays } from './BackToDays';
import { MembersCard } from './MembersCard';

/** One day of the panel: what is brought, in which order, who sits on it and who came. */
export default function PanelDayPage() {
  const { dayId = '' } = useParams();
  const w = useWords();
  const today = useToday();
  const query = useGet<PanelDayView>(`/panel-days/${dayId}`);
  return (
    <Loaded query={query}>
      {(day) => {
        const { onDay, panel, startsAt, place, chair } = day;
        const coming = day.mayKeep && onDay >= today;
        return (
          <>
            <PageTitle
              title={w('panels.one', { date: formatLong(onDay) })}
              kicker={<BackToDays />}
              note={w('panels.oneNote', { panel, time: startsAt, place, chair })}
              actions={
                coming && (
                  <Button kind="neutral" to={`/panel-days/${day.id}/change`}>
                    {w('panels.change')}
                  </Button>
                )
              }
            />
            <Stack>
              {coming && day.unsent > 0 && <Papers day={day} />}
              <AgendaCard day={day} />
              <MembersCard day={day} mayRecord={(day.mayKeep || day.mayDecide) && onDay <= today} />
            </Stack>
          </>
        );
      }}
    </Loaded>
  );
}

function Papers({ day }: { day: PanelDayView }) {
  const w = useWords();
  const form = useForm<object>(`/panel-days/${day.id}/papers`, { refresh: ['/panel-days'] });
  return (
    <Notice kind="amber">
      <ErrorSummary errors={form.errors} attempt={form.attempt} />
      <p>{w('panels.papers.waiting', { smart_count: day.unsent })}</p>
      <p>{w('panels.papers.note')}</p>
      <p>
        <Button kind="filled" disabled={form.busy} onClick={() => void form.send({})}>
          {w('panels.papers.send')}
        </Button>
      </p>
    </Notice>
  );
}

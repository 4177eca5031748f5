import { styled } from '@mui/material/styles';
import { useState } from 'react';
import type { AgendaView, PanelDayView, PanelItemView } from '@encircle/shared/panels';
import { useWords } from '@web/i18n/useWords';
import { MorePages, useMorePages } from '@web/layout/MorePages';
import { useProblemWords } from '@web/pages/useProblemWords';
import { useSend } from '@web/providers/useGet';
import { Button } from '@web/ui/Button';
import { Card } from '@web/ui/Card';
import { EmptyState } from '@web/ui/EmptyState';
import { Actions } from '@web/ui/layout';
import { Light } from '@web/ui/Light';
import { Notice } from '@web/ui/Notice';
import { Tag } from '@web/ui/Tag';
import { LIGHTS, placeBeside } from './panels.model';
import { TakeOffDialog } from './TakeOffDialog';
import { whatOf } from './what-of';

const Lines = styled('ol')({
  listStyle: 'none',
  padding: 0,
  margin: 0,
  '& > li': {
    display: 'grid',
    gridTemplateColumns: '5.5rem minmax(0, 1fr) minmax(0, 16rem)',
    gap: '6px 16px',
    padding: '16px 24px',
  },
  '& > li + li': { borderTop: '1px solid var(--line)' },
  '& small': { display: 'block', fontSize: '0.875rem', lineHeight: '1.25rem', color: 'var(--ink-soft)' },
  '& .acts': { gridColumn: '2 / -1' },
  '& .asked': { whiteSpace: 'pre-line', marginTop: 4 },
  '@media (max-width: 719px)': {
    '& > li': { gridTemplateColumns: 'minmax(0, 1fr)', padding: 16 },
    '& .acts': { gridColumn: 1 },
  },
});

/** What is brought, in its order. Each line shows what its reader may know, and whether the members may read the rest. */
export function AgendaCard({ day }: { day: PanelDayView }) {
  const w = useWords();
  const pages = useMorePages<AgendaView>(`/panel-days/${day.id}/items`, { limit: 25 });
  return (
    <Card title={w('panels.agenda.title')} flush>
      <MorePages pages={pages} more={w('panels.agenda.more')}>
        {(items: PanelItemView[]) =>
          items.length === 0 ? (
            <EmptyState title={w('panels.agenda.none')}>
              {w(day.mayKeep ? 'panels.agenda.noneKeep' : 'panels.agenda.noneSit')}
            </EmptyState>
          ) : (
            <Lines>
              {items.map((item) => (
                <Line key={item.id} item={item} day={day} items={items} />
              ))}
            </Lines>
          )
        }
      </MorePages>
    </Card>
  );
}

interface LineProps {
  item: PanelItemView;
  day: PanelDayView;
  items: readonly PanelItemView[];
}

function Line({ item, day, items }: LineProps) {
  const w = useWords();
  const what = whatOf(w, item);
  const off = item.status === 'WITHDRAWN';
  return (
    <li>
      <div>
        {item.at && <strong>{item.at}</strong>}
        <small>{w('panels.agenda.minutes', { smart_count: item.minutes })}</small>
      </div>
      <div>
        <strong>{what}</strong>
        {item.children.length > 0 && item.ref && <small>{item.ref}</small>}
        <small>
          {w('panels.agenda.presenter', { name: item.presenter, agency: item.presenterAgency ?? '' })}
        </small>
        {item.question && <p className="asked">{item.question}</p>}
      </div>
      <div>
        {off ? (
          <>
            <Tag>{w('panels.agenda.withdrawn')}</Tag>
            {item.withdrawnReason && <small>{w(`panels.reasons.${item.withdrawnReason}`)}</small>}
          </>
        ) : (
          <Light state={LIGHTS[item.light]}>{w(`panels.lights.${item.light}`)}</Light>
        )}{' '}
        {item.status === 'DECIDED' && (
          <Tag tone="good" mark="tick">
            {w('panels.agenda.decided')}
          </Tag>
        )}
        {item.status === 'ON_AGENDA' && day.mayKeep && (
          <Tag tone={item.sentAt ? 'neutral' : 'amber'}>
            {w(item.sentAt ? 'panels.agenda.sent' : 'panels.agenda.notSent')}
          </Tag>
        )}
      </div>
      {!off && <Acts item={item} day={day} items={items} what={what} />}
    </li>
  );
}

function Acts({ item, day, items, what }: LineProps & { what: string }) {
  const w = useWords();
  const say = useProblemWords();
  const [taking, setTaking] = useState(false);
  const place = useSend<object>(`/panel-items/${item.id}`, { method: 'PUT', refresh: ['/panel-days'] });
  const move = (way: 'up' | 'down') => {
    const position = placeBeside(items, item.id, way);
    if (position === null || item.status !== 'ON_AGENDA' || !day.mayKeep) return null;
    return (
      <Button
        size="small"
        kind="quiet"
        disabled={place.isPending}
        aria-label={w(way === 'up' ? 'panels.agenda.upOf' : 'panels.agenda.downOf', { what })}
        onClick={() => place.mutate({ version: item.version, position, minutes: item.minutes })}
      >
        {w(way === 'up' ? 'panels.agenda.up' : 'panels.agenda.down')}
      </Button>
    );
  };
  return (
    <div className="acts">
      {place.error && <Notice kind="red">{say(place.error)}</Notice>}
      <Actions>
        {!day.mayKeep && (
          <Button
            size="small"
            to={`/panel-items/${item.id}`}
            aria-label={w('panels.agenda.readOf', { what })}
          >
            {w('panels.agenda.read')}
          </Button>
        )}
        {day.mayKeep && item.episodeId && (
          <Button size="small" kind="neutral" to={`/cases/${item.episodeId}/panel`}>
            {w('panels.agenda.case')}
          </Button>
        )}
        {move('up')}
        {move('down')}
        {item.mayTakeOff && (
          <Button
            size="small"
            kind="quiet"
            aria-label={w('panels.agenda.offOf', { what })}
            onClick={() => setTaking(true)}
          >
            {w('panels.agenda.off')}
          </Button>
        )}
      </Actions>
      {taking && <TakeOffDialog item={item} what={what} onClose={() => setTaking(false)} />}
    </div>
  );
}

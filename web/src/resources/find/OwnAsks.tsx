import { Link } from 'react-router';
import { formatDate, londonDate } from '@encircle/shared/dates';
import type { OwnJoinRequestsView, OwnJoinRequestView } from '@encircle/shared/joining';
import { useWords } from '@web/i18n/useWords';
import { useCan } from '@web/providers/me';
import { useGet } from '@web/providers/useGet';
import { Card, CardLines } from '@web/ui/Card';
import { Light, type LightState } from '@web/ui/Light';

const LIGHTS: Readonly<Record<OwnJoinRequestView['state'], LightState>> = {
  WAITING: 'ask',
  ACCEPTED: 'yes',
  DECLINED: 'said-no',
};

/** What one asked, in one's own words, and what came of it. */
export function OwnAsks() {
  const w = useWords();
  const can = useCan();
  const query = useGet<OwnJoinRequestsView>(can('create', 'index') ? '/my/join-requests' : null);
  const items = query.data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <Card title={w('find.join.own')} count={items.length} flush>
      <CardLines aria-label={w('find.join.own')}>
        {items.map((item) => (
          <li key={item.id}>
            <Light
              state={LIGHTS[item.state]}
              from={w('find.join.asked', { date: formatDate(londonDate(item.askedAt)) })}
            >
              {item.askedFor}: {w(`find.join.state.${item.state}`)}
            </Light>
            {item.state === 'DECLINED' && <p>{w('find.join.declined')}</p>}
            {item.episodeId && (
              <Link to={`/cases/${item.episodeId}`}>{w('find.join.open', { name: item.askedFor })}</Link>
            )}
          </li>
        ))}
      </CardLines>
    </Card>
  );
}

import { useParams } from 'react-router';
import { formatLong } from '@encircle/shared/dates';
import type { PanelPackView } from '@encircle/shared/panels';
import { useWords } from '@web/i18n/useWords';
import { Loaded } from '@web/layout/Loaded';
import { useToday } from '@web/providers/me';
import { useGet } from '@web/providers/useGet';
import { Button } from '@web/ui/Button';
import { Card } from '@web/ui/Card';
import { Stack } from '@web/ui/layout';
import { Light } from '@web/ui/Light';
import { Notice } from '@web/ui/Notice';
import { PageTitle } from '@web/ui/PageTitle';
import { BackToDays } from './BackToDays';
import { DecideCard } from './DecideCard';
import { DecisionsCard } from './DecisionsCard';
import { LIGHTS } from './panels.model';
import { whatOf } from './what-of';

/** A member's papers of one case, and on the day the decision of its chair. */
export default function PackPage() {
  const { itemId = '' } = useParams();
  const w = useWords();
  const query = useGet<PanelPackView>(`/panel-items/${itemId}/pack`);
  if (query.error?.code === 'PACK_TAKEN_BACK')
    return (
      <>
        <PageTitle title={w('panels.agenda.nameless')} kicker={<BackToDays />} />
        <Notice kind="amber">{w('panels.pack.takenBack')}</Notice>
      </>
    );
  return <Loaded query={query}>{(pack) => <Papers pack={pack} />}</Loaded>;
}

function Papers({ pack }: { pack: PanelPackView }) {
  const w = useWords();
  const today = useToday();
  const { item, day } = pack;
  return (
    <>
      <PageTitle
        title={whatOf(w, item)}
        kicker={
          <BackToDays dayId={day.id} words={w('panels.pack.kicker', { date: formatLong(day.onDay) })} />
        }
        note={w('panels.pack.note')}
        actions={
          <Button kind="neutral" href={`/api/panel-items/${item.id}/pack.pdf`}>
            {w('panels.pack.print')}
          </Button>
        }
      />
      <Stack>
        <Light state={LIGHTS[item.light]}>{w(`panels.lights.${item.light}`)}</Light>
        {item.question && (
          <Card title={w('panels.pack.question')}>
            <p style={{ whiteSpace: 'pre-line' }}>{item.question}</p>
          </Card>
        )}
        {pack.summary && (
          <Card title={w('panels.pack.summary')}>
            <p style={{ whiteSpace: 'pre-line' }}>{pack.summary}</p>
          </Card>
        )}
        {item.status === 'DECIDED' && <Notice kind="good">{w('panels.decide.done')}</Notice>}
        {pack.mayDecide && day.onDay <= today && <DecideCard key={item.version} pack={pack} />}
        {pack.mayDecide && day.onDay > today && (
          <Notice>{w('panels.decide.notYet', { date: formatLong(day.onDay) })}</Notice>
        )}
        <DecisionsCard title={w('panels.case.decisions')} decisions={pack.decisions} />
        {pack.sections.map(({ title, lines }, index) => (
          <Card key={`${title} ${index}`} title={title}>
            <dl style={{ margin: 0, display: 'grid', gap: 12 }}>
              {lines.map(({ label, text }, at) => (
                <div key={`${at} ${text}`}>
                  <dt style={{ color: 'var(--ink-soft)', fontSize: '0.875rem' }}>{label}</dt>
                  <dd style={{ margin: 0, whiteSpace: 'pre-line' }}>{text}</dd>
                </div>
              ))}
            </dl>
          </Card>
        ))}
        <p style={{ color: 'var(--ink-soft)', fontSize: '0.875rem', overflowWrap: 'anywhere' }}>
          {w('panels.pack.proof', { fingerprint: pack.fingerprint.slice(0, 16) })}
        </p>
      </Stack>
    </>
  );
}

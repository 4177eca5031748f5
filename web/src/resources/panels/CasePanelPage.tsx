import { useState } from 'react';
import { useParams } from 'react-router';
import { formatDate, formatLong, londonDate } from '@encircle/shared/dates';
import type { MoveEpisode } from '@encircle/shared/episodes';
import type { CasePanelView, PanelCopyView, PanelDayCard, PanelItemView } from '@encircle/shared/panels';
import { useWords } from '@web/i18n/useWords';
import { CaseLink } from '@web/layout/CaseLink';
import { Loaded } from '@web/layout/Loaded';
import { useForm } from '@web/pages/useForm';
import { useGet } from '@web/providers/useGet';
import { Button } from '@web/ui/Button';
import { Card } from '@web/ui/Card';
import { DataTable } from '@web/ui/DataTable';
import { Actions, Stack } from '@web/ui/layout';
import { ErrorSummary } from '@web/ui/ErrorSummary';
import { Light } from '@web/ui/Light';
import { PageTitle } from '@web/ui/PageTitle';
import { BringForm } from './BringForm';
import { DecisionsCard } from './DecisionsCard';
import { LIGHTS } from './panels.model';
import { TakeOffDialog } from './TakeOffDialog';
import { whatOf } from './what-of';

/** A case and the panel: bring it, follow it, read what was decided and who has had the papers. */
export default function CasePanelPage() {
  const { caseId = '' } = useParams();
  const w = useWords();
  const query = useGet<CasePanelView>(`/episodes/${caseId}/panel`);
  return (
    <Loaded query={query}>
      {(view) => (
        <>
          <PageTitle
            title={w('panels.case.title')}
            note={w('panels.case.note')}
            kicker={<CaseLink caseId={caseId} name={view.item?.children[0] ?? null} />}
          />
          <Stack>
            {view.item && view.day && <Standing item={view.item} day={view.day} />}
            {view.mayBring && <BringForm view={view} />}
            {view.mayBring && view.state === 'PANEL_REVIEW' && <TakeBack view={view} />}
            <DecisionsCard title={w('panels.case.decisions')} decisions={view.decisions} />
            {view.copies.length > 0 && <Copies copies={view.copies} />}
          </Stack>
        </>
      )}
    </Loaded>
  );
}

function Standing({ item, day }: { item: PanelItemView; day: PanelDayCard }) {
  const w = useWords();
  const [taking, setTaking] = useState(false);
  const date = formatLong(day.onDay);
  const words = {
    ON_AGENDA: w('panels.case.standing', { date, time: item.at ?? day.startsAt }),
    WITHDRAWN: w('panels.case.off', { date }),
    DECIDED: w('panels.case.decidedOn', {
      date: item.decidedAt ? formatDate(londonDate(item.decidedAt)) : date,
    }),
  }[item.status];
  return (
    <Card title={words}>
      <Stack style={{ gap: 12 }}>
        {item.withdrawnReason && <p>{w(`panels.reasons.${item.withdrawnReason}`)}</p>}
        {item.question && <p style={{ whiteSpace: 'pre-line' }}>{item.question}</p>}
        {item.status === 'ON_AGENDA' && (
          <Light state={LIGHTS[item.light]}>{w(`panels.lights.${item.light}`)}</Light>
        )}
        {item.mayTakeOff && (
          <Actions>
            <Button kind="neutral" onClick={() => setTaking(true)}>
              {w('panels.agenda.off')}
            </Button>
          </Actions>
        )}
        {taking && <TakeOffDialog item={item} what={whatOf(w, item)} onClose={() => setTaking(false)} />}
      </Stack>
    </Card>
  );
}

/** With the panel, and on no agenda: brought to a day above, or back with its team here. */
function TakeBack({ view }: { view: CasePanelView }) {
  const w = useWords();
  const form = useForm<Pick<MoveEpisode, 'transition' | 'version'>>(`/episodes/${view.episodeId}/moves`, {
    refresh: [`/episodes/${view.episodeId}`, '/my'],
  });
  return (
    <Card title={w('panels.case.backTitle')} note={w('panels.case.backNote')}>
      <ErrorSummary errors={form.errors} attempt={form.attempt} />
      <Button
        disabled={form.busy}
        onClick={() => void form.send({ transition: 'T20_WITHDRAWN', version: view.version })}
      >
        {w('panels.case.back')}
      </Button>
    </Card>
  );
}

function Copies({ copies }: { copies: PanelCopyView[] }) {
  const w = useWords();
  const at = (instant: string) => formatDate(londonDate(instant));
  return (
    <Card title={w('panels.case.copies')} note={w('panels.case.copiesNote')} count={copies.length} flush>
      <DataTable<PanelCopyView>
        label={w('panels.case.copies')}
        rows={copies}
        rowKey={({ name, channel, fingerprint }) => `${name} ${channel} ${fingerprint}`}
        columns={[
          { key: 'name', title: w('panels.case.reader'), head: true, cell: ({ name }) => name },
          {
            key: 'how',
            title: w('panels.case.how'),
            cell: ({ channel }) => w(`panels.case.ways.${channel}`),
          },
          { key: 'first', title: w('panels.case.first'), cell: ({ firstAt }) => at(firstAt) },
          { key: 'last', title: w('panels.case.last'), cell: ({ lastAt }) => at(lastAt) },
          {
            key: 'print',
            title: w('panels.case.fingerprint'),
            cell: ({ fingerprint }) => <code>{fingerprint.slice(0, 16)}</code>,
          },
        ]}
      />
    </Card>
  );
}

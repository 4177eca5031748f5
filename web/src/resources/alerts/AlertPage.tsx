import { useParams } from 'react-router';
import type { AlertLook, AlertLooksPage, AlertView } from '@encircle/shared/alerts';
import { formatLong, londonDate } from '@encircle/shared/dates';
import { useWords } from '@web/i18n/useWords';
import { Loaded } from '@web/layout/Loaded';
import { MorePages, useMorePages } from '@web/layout/MorePages';
import { useCan } from '@web/providers/me';
import { useGet } from '@web/providers/useGet';
import { Card } from '@web/ui/Card';
import { DataTable } from '@web/ui/DataTable';
import { Facts } from '@web/ui/Facts';
import { PageTitle } from '@web/ui/PageTitle';
import { Stack } from '@web/ui/layout';
import { AlertTag } from './AlertTag';
import { AssignCard } from './AssignCard';
import { OutcomeCard } from './OutcomeCard';
import {
  actionWords,
  kindWords,
  momentWords,
  outcomeWords,
  periodWords,
  ruleWords,
  whyWords,
} from './alerts.model';

/** One alert: who and when, the looks behind it as far as the reader may see them, and what it came to. */
export default function AlertPage() {
  const { alertId = '' } = useParams();
  const w = useWords();
  const query = useGet<AlertView>(`/alerts/${alertId}`);
  return (
    <Loaded query={query}>
      {(alert) => (
        <>
          <PageTitle
            kicker={alert.row.reference}
            title={ruleWords(alert.row.rule)}
            tab={w('alerts.one')}
            actions={<AlertTag row={alert.row} />}
          />
          <Stack>
            <Card>
              <Facts
                facts={[
                  {
                    label: w('alerts.columns.worker'),
                    value: alert.row.worker,
                    notes: [alert.row.agency ?? ''],
                  },
                  { label: w('alerts.columns.when'), value: periodWords(alert.row) },
                  {
                    label: w('alerts.columns.looks'),
                    value: String(alert.row.looks),
                    notes: [w('alerts.limit', { n: alert.threshold })],
                  },
                ]}
              />
            </Card>
            {alert.row.outcome && <Decided alert={alert} />}
            <Looks id={alertId} />
            {alert.mayDecide && <AssignCard alert={alert} />}
            {alert.mayDecide && <OutcomeCard key={alert.row.version} alert={alert} />}
          </Stack>
        </>
      )}
    </Loaded>
  );
}

function Decided({ alert: { row, words, decidedBy } }: { alert: AlertView }) {
  const w = useWords();
  return (
    <Card
      title={outcomeWords(row.outcome ?? '')}
      note={w('alerts.decided', {
        name: decidedBy ?? '',
        date: formatLong(londonDate(row.decidedAt ?? row.until)),
      })}
    >
      <p style={{ whiteSpace: 'pre-line' }}>{words}</p>
    </Card>
  );
}

function Looks({ id }: { id: string }) {
  const w = useWords();
  const officer = useCan()('update', 'alert');
  const pages = useMorePages<AlertLooksPage>(`/alerts/${id}/looks`, { limit: 25 });
  return (
    <Card title={w('alerts.looks.title')} note={w('alerts.looks.note')} flush>
      <MorePages pages={pages} more={w('alerts.looks.more')}>
        {(items: AlertLook[]) => (
          <DataTable<AlertLook>
            label={w('alerts.looks.table')}
            rows={items}
            rowKey={(row) => String(row.id)}
            columns={[
              { key: 'at', title: w('alerts.looks.when'), head: true, cell: (row) => momentWords(row.at) },
              {
                key: 'what',
                title: w('alerts.looks.what'),
                cell: (row) => (
                  <span>
                    {actionWords(row, w('alerts.looks.refused'))}
                    <small>{kindWords(row.categories)}</small>
                  </span>
                ),
              },
              {
                key: 'case',
                title: w('alerts.looks.case'),
                cell: (row) =>
                  row.caseReference ?? w(officer ? 'alerts.looks.noCase' : 'alerts.looks.hidden'),
              },
              {
                key: 'why',
                title: w('alerts.looks.why'),
                cell: (row) =>
                  whyWords(row.reason) ?? w(officer ? 'alerts.looks.noReason' : 'alerts.looks.hidden'),
              },
            ]}
          />
        )}
      </MorePages>
    </Card>
  );
}

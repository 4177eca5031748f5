import { useState } from 'react';
import { Link } from 'react-router';
import type { AlertRow, AlertsPage as Alerts } from '@encircle/shared/alerts';
import { useWords } from '@web/i18n/useWords';
import { MorePages, useMorePages } from '@web/layout/MorePages';
import { useCan } from '@web/providers/me';
import { Button } from '@web/ui/Button';
import { Card } from '@web/ui/Card';
import { Chip, ChipRow } from '@web/ui/Chip';
import { DataTable } from '@web/ui/DataTable';
import { EmptyState } from '@web/ui/EmptyState';
import { PageTitle } from '@web/ui/PageTitle';
import { Stack } from '@web/ui/layout';
import { AlertTag } from './AlertTag';
import { periodWords, ruleWords } from './alerts.model';

/** Patterns in who looked at what, newest first: who, which rule, by a reference, and nothing about a child. */
export default function AlertsPage() {
  const w = useWords();
  const can = useCan();
  const [show, setShow] = useState<'OPEN' | 'DONE'>('OPEN');
  const pages = useMorePages<Alerts>('/alerts', { show, limit: 25 });
  return (
    <>
      <PageTitle
        title={w('alerts.title')}
        note={w(can('update', 'alert') ? 'alerts.note' : 'alerts.managerNote')}
        actions={
          can('update', 'alert') && (
            <Button kind="neutral" to="/alerts/rules">
              {w('alerts.rules')}
            </Button>
          )
        }
      />
      <Stack>
        <ChipRow label={w('alerts.show')}>
          {(['OPEN', 'DONE'] as const).map((each) => (
            <Chip key={each} on={show === each} onClick={() => setShow(each)}>
              {w(`alerts.shown.${each}`)}
            </Chip>
          ))}
        </ChipRow>
        <MorePages pages={pages} more={w('alerts.more')}>
          {(items: AlertRow[]) =>
            items.length === 0 ? (
              <EmptyState title={w(`alerts.none.${show}`)}>{w('alerts.noneNote')}</EmptyState>
            ) : (
              <Card flush>
                <DataTable<AlertRow>
                  label={w('alerts.title')}
                  rows={items}
                  rowKey={(row) => row.id}
                  columns={[
                    {
                      key: 'rule',
                      title: w('alerts.columns.rule'),
                      head: true,
                      cell: (row) => (
                        <>
                          <Link to={`/alerts/${row.id}`}>{ruleWords(row.rule)}</Link>
                          <small>{row.reference}</small>
                        </>
                      ),
                    },
                    {
                      key: 'worker',
                      title: w('alerts.columns.worker'),
                      cell: (row) => (
                        <span>
                          {row.worker}
                          <small>{row.agency}</small>
                        </span>
                      ),
                    },
                    { key: 'when', title: w('alerts.columns.when'), cell: periodWords },
                    {
                      key: 'looks',
                      title: w('alerts.columns.looks'),
                      number: true,
                      cell: (row) => row.looks,
                    },
                    { key: 'state', title: w('alerts.columns.state'), cell: (row) => <AlertTag row={row} /> },
                  ]}
                />
              </Card>
            )
          }
        </MorePages>
      </Stack>
    </>
  );
}

import { useState } from 'react';
import type { WaitingAgreementView, WaitingAgreementsView } from '@encircle/shared/consents';
import { addDays, formatDate } from '@encircle/shared/dates';
import { useWords } from '@web/i18n/useWords';
import { MorePages, useMorePages } from '@web/layout/MorePages';
import { useToday } from '@web/providers/me';
import { Button } from '@web/ui/Button';
import { Card } from '@web/ui/Card';
import { Chip, ChipRow } from '@web/ui/Chip';
import { DataTable } from '@web/ui/DataTable';
import { EmptyState } from '@web/ui/EmptyState';
import { Stack } from '@web/ui/layout';
import { PageTitle } from '@web/ui/PageTitle';
import { Tag } from '@web/ui/Tag';
import { DecideDisputeForm } from './DecideDisputeForm';
import { FiguresCard } from './FiguresCard';

/** Agreements to look after: disputed, about to lapse, to be asked anew at 16 and 18. */
export default function AgreementsPage() {
  const w = useWords();
  const [disputed, setDisputed] = useState(false);
  const pages = useMorePages<WaitingAgreementsView>('/agreements/waiting', {
    limit: 25,
    ...(disputed ? { kind: 'DISPUTED' } : {}),
  });
  const count = pages.data?.pages[0]?.disputed;
  const mayDecide = pages.data?.pages[0]?.mayDecide ?? false;
  const [deciding, setDeciding] = useState<WaitingAgreementView | null>(null);
  return (
    <>
      <PageTitle title={w('agreements.title')} note={w('agreements.note')} />
      <div style={{ marginBottom: 16 }}>
        <ChipRow label={w('agreements.show')}>
          <Chip kind="choice" on={!disputed} onClick={() => setDisputed(false)}>
            {w('agreements.all')}
          </Chip>
          <Chip kind="choice" on={disputed} onClick={() => setDisputed(true)}>
            {count === undefined ? w('agreements.disputed') : w('agreements.disputedCount', { count })}
          </Chip>
        </ChipRow>
      </div>
      <MorePages pages={pages} more={w('agreements.more')}>
        {(items) =>
          items.length === 0 ? (
            <EmptyState title={w('agreements.none')}>{w('agreements.noneBody')}</EmptyState>
          ) : (
            <Stack>
              {deciding && (
                <DecideDisputeForm
                  key={deciding.recordId}
                  dispute={deciding}
                  onDone={() => setDeciding(null)}
                />
              )}
              <Card flush>
                <DataTable
                  label={w('agreements.title')}
                  rows={items}
                  rowKey={(row) => `${row.kind} ${row.recordId}`}
                  columns={[
                    { key: 'case', title: w('agreements.case'), head: true, cell: (row) => row.reference },
                    {
                      key: 'kind',
                      title: w('agreements.what'),
                      cell: (row) => w(`agreements.kinds.${row.kind}`),
                    },
                    { key: 'due', title: w('agreements.due'), cell: (row) => <Due row={row} /> },
                    {
                      key: 'lead',
                      title: w('agreements.lead'),
                      cell: (row) => [row.lead, row.agency].filter(Boolean).join(', '),
                    },
                    {
                      key: 'do',
                      title: w('agreements.next'),
                      cell: (row) =>
                        row.kind === 'DISPUTED' && mayDecide ? (
                          <Button size="small" onClick={() => setDeciding(row)}>
                            {w('agreements.decide', { reference: row.reference })}
                          </Button>
                        ) : (
                          w(`agreements.todo.${row.kind}`)
                        ),
                    },
                  ]}
                />
              </Card>
            </Stack>
          )
        }
      </MorePages>
      <div style={{ marginTop: 28 }}>
        <FiguresCard />
      </div>
    </>
  );
}

const LAST_DAYS = 7;
/** The second prompt, seven days before agreement lapses; the first is thirty days before. */
const isLastWeek = ({ kind, due, overdue }: WaitingAgreementView, today: string): boolean =>
  kind === 'LAPSES' && !overdue && due <= addDays(today, LAST_DAYS);

function Due({ row }: { row: WaitingAgreementView }) {
  const w = useWords();
  return (
    <>
      {formatDate(row.due)}
      <br />
      {isLastWeek(row, useToday()) && (
        <Tag tone="amber" mark="clock">
          {w('agreements.lastWeek')}
        </Tag>
      )}
      {row.overdue && (
        <Tag tone="red" mark="alert-diamond">
          {w(row.kind === 'LAPSES' ? 'agreements.lapsed' : 'agreements.overdue')}
        </Tag>
      )}
    </>
  );
}

import { codeRow, EPISODE_STATES, type EpisodeState } from '@encircle/shared/codes';
import { formatDate, formatLong } from '@encircle/shared/dates';
import type { LeadVacanciesView, LeadVacancyView } from '@encircle/shared/episodes';
import { useWords } from '@web/i18n/useWords';
import { MorePages, useMorePages } from '@web/layout/MorePages';
import { Button } from '@web/ui/Button';
import { Card } from '@web/ui/Card';
import { DataTable } from '@web/ui/DataTable';
import { EmptyState } from '@web/ui/EmptyState';
import { PageTitle } from '@web/ui/PageTitle';
import { Tag } from '@web/ui/Tag';

/** Cases nobody leads, longest first: whose turn it is to find somebody, and who has been asked. */
export default function VacanciesPage() {
  const w = useWords();
  const pages = useMorePages<LeadVacanciesView>('/lead-vacancies', { limit: 25 });
  return (
    <>
      <PageTitle title={w('lead.vacancies.title')} note={w('lead.vacancies.note')} />
      <MorePages pages={pages} more={w('lead.vacancies.more')}>
        {(items: LeadVacancyView[]) =>
          items.length === 0 ? (
            <EmptyState title={w('lead.vacancies.none')}>{w('lead.vacancies.noneNote')}</EmptyState>
          ) : (
            <Card flush>
              <DataTable<LeadVacancyView>
                label={w('lead.vacancies.title')}
                rows={items}
                rowKey={(row) => row.episodeId}
                columns={[
                  {
                    key: 'ref',
                    title: w('lead.vacancies.case'),
                    head: true,
                    cell: (row) => (
                      <>
                        {row.ref}
                        <small>{codeRow(EPISODE_STATES, row.state as EpisodeState).label}</small>
                      </>
                    ),
                  },
                  { key: 'agency', title: w('lead.vacancies.agency'), cell: (row) => row.agency },
                  {
                    key: 'since',
                    title: w('lead.vacancies.since'),
                    cell: (row) => (
                      <>
                        {formatLong(row.since)}
                        <small>{w('lead.vacancies.days', { smart_count: row.workingDays })}</small>
                      </>
                    ),
                  },
                  {
                    key: 'step',
                    title: w('lead.vacancies.turn'),
                    cell: (row) =>
                      row.step === 'WITHIN' ? (
                        w('lead.vacancies.step.WITHIN', { date: formatDate(row.dueOn) })
                      ) : (
                        <Tag
                          tone={row.step === 'CENTRAL' ? 'red' : 'amber'}
                          mark={row.step === 'CENTRAL' ? 'triangle' : 'clock'}
                        >
                          {w(`lead.vacancies.step.${row.step}`)}
                        </Tag>
                      ),
                  },
                  {
                    key: 'asked',
                    title: w('lead.vacancies.asked'),
                    cell: (row) =>
                      row.asked && row.askedOn
                        ? w('lead.vacancies.askedOn', { name: row.asked, date: formatDate(row.askedOn) })
                        : w('lead.vacancies.nobody'),
                  },
                  {
                    key: 'go',
                    title: w('lead.vacancies.go'),
                    plain: true,
                    cell: (row) => (
                      <Button
                        size="small"
                        kind="neutral"
                        to={`/cases/${row.episodeId}/team`}
                        aria-label={w('lead.vacancies.goOf', { ref: row.ref })}
                      >
                        {w('lead.vacancies.go')}
                      </Button>
                    ),
                  },
                ]}
              />
            </Card>
          )
        }
      </MorePages>
    </>
  );
}

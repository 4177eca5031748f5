import { styled } from '@mui/material/styles';
import { Link } from 'react-router';
import type { CaseloadItem, CaseloadPage } from '@encircle/shared/cases';
import { EPISODE_STATES, familyLabelOf, labelOf } from '@encircle/shared/codes';
import { formatDate, relativeDays } from '@encircle/shared/dates';
import { useWords, type Words } from '@web/i18n/useWords';
import { useToday } from '@web/providers/me';
import { Card } from '@web/ui/Card';
import { CheckList } from '@web/ui/CheckList';
import { DataTable, type Column } from '@web/ui/DataTable';
import { Disclosure } from '@web/ui/Disclosure';
import { Tag } from '@web/ui/Tag';
import { ageText, listOf } from './case-words';
import { isLate, namesOf } from './caseload.model';
import { useColumnChoice } from './column-choice';
import type { Reader } from './reader';

type ColumnKey = 'child' | 'stage' | 'part' | 'lead' | 'opened' | 'next';

/** Beside the child, which is always there. */
const OFFERED: Record<Reader, readonly Exclude<ColumnKey, 'child'>[]> = {
  worker: ['stage', 'part', 'lead', 'opened', 'next'],
  agency: ['stage', 'lead', 'opened', 'next'],
  index: ['stage', 'lead', 'opened', 'next'],
  family: ['stage', 'lead'],
};

const Choice = styled('div')({
  padding: '0 24px 8px',
  '@media (max-width: 599px)': { padding: '0 16px 8px' },
});

export interface CaseTableProps {
  page: CaseloadPage;
  title: string;
  reader: Reader;
}

/** One case a line; a card a case on a phone. */
export function CaseTable({ page, title, reader }: CaseTableProps) {
  const w = useWords();
  const today = useToday();
  const all = columnsOf(w, today, reader);
  const { shown, choose } = useColumnChoice(OFFERED[reader]);
  const columns = [all.child, ...OFFERED[reader].filter((key) => shown.includes(key)).map((key) => all[key])];
  return (
    <Card title={title} flush>
      {reader !== 'family' && (
        <Choice>
          <Disclosure summary={w('cases.list.columns')}>
            <CheckList
              name="columns"
              label={w('cases.list.columnsLabel')}
              options={OFFERED[reader].map((key) => ({ value: key, label: all[key].title }))}
              value={shown}
              onChange={choose}
            />
          </Disclosure>
        </Choice>
      )}
      <DataTable label={title} rows={page.items} rowKey={({ id }) => id} columns={columns} />
    </Card>
  );
}

type CaseColumn = Column<CaseloadItem>;

function columnsOf(w: Words, today: string, reader: Reader): Record<ColumnKey, CaseColumn> {
  const family = reader === 'family';
  const stageOf = (state: string) =>
    (family ? familyLabelOf(EPISODE_STATES, state) : null) ?? labelOf(EPISODE_STATES, state);
  return {
    child: {
      key: 'child',
      title: w('cases.list.child'),
      head: true,
      cell: (item) => (
        <>
          <Link to={`/cases/${item.id}`}>{namesOf(item, listOf) || w('cases.list.unnamed')}</Link>
          <small>{[agesOf(w, item, today), family ? '' : item.ref].filter(Boolean).join(' · ')}</small>
        </>
      ),
    },
    stage: { key: 'stage', title: w('cases.list.stage'), cell: ({ state }) => stageOf(state) },
    part: {
      key: 'part',
      title: w('cases.list.partColumn'),
      cell: ({ part }) => w(`cases.list.partWords.${(part ?? 'none') as 'none'}`),
    },
    lead: {
      key: 'lead',
      title: w(family ? 'cases.header.leadFamily' : 'cases.list.lead'),
      cell: ({ leadProfessional: lead }) => leadWords(w, lead),
    },
    opened: {
      key: 'opened',
      title: w('cases.list.opened'),
      cell: ({ openedOn, closedOn }) =>
        closedOn === null ? formatDate(openedOn) : `${formatDate(openedOn)} – ${formatDate(closedOn)}`,
    },
    next: { key: 'next', title: w('cases.list.next'), cell: (item) => nextWords(w, item, today) },
  };
}

function leadWords(w: Words, lead: CaseloadItem['leadProfessional']): string {
  if (lead === null) return w('cases.list.leadNone');
  return lead.you ? w('cases.list.you', { name: lead.name }) : lead.name;
}

function agesOf(w: Words, item: CaseloadItem, today: string): string {
  return item.children
    .map((child) => ageText(w, child, today, 'cases.age.short'))
    .filter(Boolean)
    .join(', ');
}

function nextWords(w: Words, item: CaseloadItem, today: string) {
  if (item.closedOn !== null) return `${w('cases.list.closedOn')} ${formatDate(item.closedOn)}`;
  if (item.nextReviewOn === null) return w('cases.list.nextNone');
  return (
    <>
      {formatDate(item.nextReviewOn)}{' '}
      {isLate(item, today) && (
        <Tag tone="red" mark="triangle">
          {w('cases.list.late')}
        </Tag>
      )}
      <small>{relativeDays(item.nextReviewOn, today)}</small>
    </>
  );
}

import { Link } from 'react-router';
import { labelOf, PRESENTING_ISSUES } from '@encircle/shared/codes';
import { formatDate, formatShort, londonDate } from '@encircle/shared/dates';
import type { EnquiryLine } from '@encircle/shared/enquiries';
import { useWords } from '@web/i18n/useWords';
import { DataTable } from '@web/ui/DataTable';
import { Tag } from '@web/ui/Tag';
import { standOf } from './enquiries.model';

export interface EnquiryTableProps {
  label: string;
  items: EnquiryLine[];
  /** These wait for a decision: until when it is in time. */
  waiting?: boolean;
}

/** Requests, one a line: about whom, by whom, and where each stands. */
export function EnquiryTable({ label, items, waiting = false }: EnquiryTableProps) {
  const w = useWords();
  return (
    <DataTable<EnquiryLine>
      label={label}
      rows={items}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'about',
          title: w('enquiries.columns.about'),
          head: true,
          cell: ({ id, childName, issues }) => (
            <>
              <Link to={`/enquiries/${id}`}>{childName ?? w('enquiries.advice')}</Link>
              <small>{issues.map((code) => labelOf(PRESENTING_ISSUES, code)).join(', ')}</small>
            </>
          ),
        },
        {
          key: 'asked',
          title: w('enquiries.columns.asked'),
          cell: ({ madeAt }) => formatShort(londonDate(madeAt)),
        },
        {
          key: 'by',
          title: w('enquiries.columns.by'),
          cell: ({ madeBy, agency }) => (
            <>
              {madeBy}
              <small>{agency}</small>
            </>
          ),
        },
        waiting
          ? {
              key: 'due',
              title: w('enquiries.columns.due'),
              cell: ({ dueOn, overdue }) =>
                overdue ? (
                  <Tag tone="red" mark="octagon">
                    {w('enquiries.overdue', { date: formatShort(dueOn) })}
                  </Tag>
                ) : (
                  formatDate(dueOn)
                ),
            }
          : {
              key: 'state',
              title: w('enquiries.columns.state'),
              cell: (line) => w(`enquiries.${standOf(line)}`),
            },
      ]}
    />
  );
}
